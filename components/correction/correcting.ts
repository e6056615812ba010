// A correction while it is being made: every move gives the next state, and what is begun is kept in this tab.

import * as v from 'valibot';
import type { HeadingForm } from '#components/import/preview.ts';
import type { Block } from '#lib/model/text/text.ts';
import { divided, joined, retyped, shifted } from '#lib/model/text/text-editing.ts';

/** Where the caret goes once the blocks are drawn anew. */
export type Caret = { id: string; at: number };
export type Correction = { heading: HeadingForm; blocks: readonly Block[]; caret: Caret | null };

export type Edit =
  | { type: 'retype'; id: string; text: string }
  | { type: 'divide'; id: string; at: number }
  | { type: 'join'; id: string }
  | { type: 'move'; id: string; by: number }
  | { type: 'drop'; id: string }
  | { type: 'heading'; name: keyof HeadingForm; value: string }
  | { type: 'all'; heading: HeadingForm; blocks: readonly Block[] };

export function corrected(state: Correction, edit: Edit): Correction {
  const { blocks } = state;
  switch (edit.type) {
    case 'retype': {
      // A pasted line break would begin a paragraph that nobody sees begin.
      const text = edit.text.replace(/\s*\n\s*/g, ' ');
      const next = blocks.map((block) => (block.id === edit.id ? retyped(block, text) : block));
      return { ...state, blocks: next, caret: null };
    }
    case 'divide': {
      const next = divided(blocks, edit.id, edit.at);
      const second = next[next.findIndex(({ id }) => id === edit.id) + 1];
      return { ...state, blocks: next, caret: second ? { id: second.id, at: 0 } : null };
    }
    case 'join': {
      const before = blocks[blocks.findIndex(({ id }) => id === edit.id) - 1];
      const at = before ? before.text.length + (before.text === '' ? 0 : 1) : 0;
      return { ...state, blocks: joined(blocks, edit.id), caret: before ? { id: before.id, at } : null };
    }
    case 'move':
      return { ...state, blocks: shifted(blocks, edit.id, edit.by), caret: { id: edit.id, at: 0 } };
    case 'drop':
      return { ...state, blocks: blocks.filter(({ id }) => id !== edit.id), caret: null };
    case 'heading':
      return { ...state, heading: { ...state.heading, [edit.name]: edit.value }, caret: null };
    case 'all':
      return { heading: edit.heading, blocks: edit.blocks, caret: null };
  }
}

/** The paragraphs that are not as they were, or not where they were. */
export function changedBlocks(before: readonly Block[], after: readonly Block[]): Block[] {
  const texts = new Map(before.map(({ id, text }) => [id, text]));
  return after.filter(({ id, text }) => texts.get(id) !== text);
}

const keptSchema = v.object({
  number: v.number(),
  heading: v.object({ title: v.string(), standfirst: v.string(), byline: v.string(), credit: v.string() }),
  blocks: v.array(v.looseObject({ id: v.string(), type: v.string(), text: v.string() })),
});

export type KeptCorrection = { number: number; heading: HeadingForm; blocks: Block[] };

const keyOf = (readingId: string) => `counterpoint.correction.${readingId}`;

/** Keeps what is begun for this tab, under the number of the version it corrects; null forgets it. */
export function keepCorrection(
  readingId: string,
  kept: (Omit<KeptCorrection, 'blocks'> & { blocks: readonly Block[] }) | null,
): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(readingId), JSON.stringify(kept));
    else sessionStorage.removeItem(keyOf(readingId));
  } catch {
    // A browser without room keeps it on the page alone; leaving asks first.
  }
}

export function keptCorrection(readingId: string): KeptCorrection | null {
  try {
    const parsed = v.safeParse(keptSchema, JSON.parse(sessionStorage.getItem(keyOf(readingId)) ?? 'null'));
    // The server judges every block again before it is published.
    return parsed.success ? (parsed.output as KeptCorrection) : null;
  } catch {
    return null;
  }
}
