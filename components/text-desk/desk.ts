// A text while it is being corrected: every edit gives the next state, and each can be undone and done again. Pure; what
// is done to the blocks themselves is lib/model/text/text-editing.ts.

import type { Block, ReadingText } from '#lib/model/text/text.ts';
import {
  divided,
  joined,
  recast,
  retyped,
  type Shape,
  shifted,
  tidied,
} from '#lib/model/text/text-editing.ts';
import { type HeadingForm, headingOf } from './heading-form.ts';

/** Where the caret goes once the blocks are drawn anew. */
export type Caret = { id: string; at: number };

/** The text as it stands at one moment. */
export type DeskText = { heading: HeadingForm; blocks: readonly Block[] };

export type Desk = DeskText & {
  caret: Caret | null;
  /** What stood before, the newest last; and what was undone, the newest last. */
  past: readonly DeskText[];
  undone: readonly DeskText[];
  /** What is being typed in: one undo takes back all that is typed there in a row. */
  typing: string | null;
};

export type Edit =
  | { type: 'retype'; id: string; text: string }
  | { type: 'divide'; id: string; at: number }
  | { type: 'join'; id: string }
  | { type: 'move'; id: string; by: number }
  | { type: 'recast'; id: string; shape: Shape }
  | { type: 'drop'; id: string }
  | { type: 'heading'; name: keyof HeadingForm; value: string }
  | { type: 'all'; text: DeskText }
  | { type: 'undo' }
  | { type: 'redo' };

/** The states hold what they share only once; still nobody goes back further than this. */
const maxPast = 300;

export function deskOf({ heading, blocks }: DeskText): Desk {
  return { heading, blocks, caret: null, past: [], undone: [], typing: null };
}

/** The text as it can be published. */
export function textOnDesk({ heading, blocks }: DeskText): ReadingText {
  return { ...headingOf(heading), blocks: tidied(blocks) };
}

export function edited(desk: Desk, edit: Edit): Desk {
  if (edit.type === 'undo') return turned(desk, desk.past, 'undone');
  if (edit.type === 'redo') return turned(desk, desk.undone, 'past');
  if (edit.type === 'all') return deskOf(edit.text);
  const next = after(desk, edit);
  if (next.blocks === desk.blocks && next.heading === desk.heading) return desk;
  const typing = typedIn(edit);
  const goesOn = typing !== null && typing === desk.typing;
  const past = goesOn ? desk.past : [...desk.past.slice(-maxPast + 1), textOf(desk)];
  return { ...next, past, undone: [], typing };
}

const textOf = ({ heading, blocks }: DeskText): DeskText => ({ heading, blocks });

/** One step back or forth: the newest of `from` stands, what stood goes to the other side. */
function turned(desk: Desk, from: readonly DeskText[], other: 'past' | 'undone'): Desk {
  const text = from.at(-1);
  if (!text) return desk;
  const kept = { past: desk.past, undone: desk.undone };
  kept[other] = [...desk[other], textOf(desk)];
  kept[other === 'past' ? 'undone' : 'past'] = from.slice(0, -1);
  return { ...text, ...kept, caret: caretAtChange(desk.blocks, text.blocks), typing: null };
}

/** Where two texts first differ, in the second one. */
function caretAtChange(before: readonly Block[], blocks: readonly Block[]): Caret | null {
  const index = blocks.findIndex((block, i) => block !== before[i]);
  const block = blocks[index];
  if (!block) return null;
  const was = before.find(({ id }) => id === block.id)?.text ?? '';
  let at = 0;
  while (at < block.text.length && block.text[at] === was[at]) at++;
  return { id: block.id, at };
}

function typedIn(edit: Edit): string | null {
  if (edit.type === 'retype') return edit.id;
  return edit.type === 'heading' ? edit.name : null;
}

type Change = Exclude<Edit, { type: 'undo' | 'redo' | 'all' }>;
type Next = DeskText & { caret: Caret | null };

function after({ heading, blocks }: DeskText, edit: Change): Next {
  switch (edit.type) {
    case 'retype': {
      // A pasted line break would begin a paragraph that nobody sees begin.
      const text = edit.text.replace(/\s*\n\s*/g, ' ');
      return { heading, blocks: changed(blocks, edit.id, (block) => retyped(block, text)), caret: null };
    }
    case 'divide': {
      const next = divided(blocks, edit.id, edit.at);
      const second = next[next.findIndex(({ id }) => id === edit.id) + 1];
      return { heading, blocks: next, caret: second ? { id: second.id, at: 0 } : null };
    }
    case 'join': {
      const before = blocks[blocks.findIndex(({ id }) => id === edit.id) - 1];
      if (!before) return { heading, blocks, caret: null };
      const at = before.text.length + (before.text === '' ? 0 : 1);
      return { heading, blocks: joined(blocks, edit.id), caret: { id: before.id, at } };
    }
    case 'move':
      return { heading, blocks: shifted(blocks, edit.id, edit.by), caret: { id: edit.id, at: 0 } };
    case 'recast': {
      const next = changed(blocks, edit.id, (block) => recast(block, edit.shape));
      return { heading, blocks: next, caret: null };
    }
    case 'drop': {
      const index = blocks.findIndex(({ id }) => id === edit.id);
      const next = blocks.filter(({ id }) => id !== edit.id);
      const neighbour = next[Math.min(index, next.length - 1)];
      return { heading, blocks: next, caret: neighbour ? { id: neighbour.id, at: 0 } : null };
    }
    case 'heading':
      return { heading: { ...heading, [edit.name]: edit.value }, blocks, caret: null };
  }
}

function changed(blocks: readonly Block[], id: string, change: (block: Block) => Block): Block[] {
  return blocks.map((block) => (block.id === id ? change(block) : block));
}
