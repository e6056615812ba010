// The keys of the flow (U36): which act each one is, in the grid and while typing. Letters need Alt, for letters type.

import type { Desk } from './desk.ts';

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

export type FlowAct = { keys: string; label: string; run: (desk: Desk) => boolean };

/** In the order of the legend. `code` is the place of the key: with Alt its letter may be another. */
export const altActs: readonly (FlowAct & { code: string })[] = [
  { code: 'Enter', keys: 'Alt+Enter', label: 'Extend', run: (desk) => desk.extend() },
  { code: 'KeyG', keys: 'Alt+G', label: 'Group with the next', run: (desk) => desk.group() },
  { code: 'KeyX', keys: 'Alt+X', label: 'Cross-apply', run: (desk) => desk.crossApply() },
  { code: 'KeyE', keys: 'Alt+E', label: 'Mark evidence', run: (desk) => desk.mark('evidence') },
  { code: 'KeyT', keys: 'Alt+T', label: 'Mark a turn', run: (desk) => desk.mark('turn') },
  { code: 'KeyK', keys: 'Alt+K', label: 'Kick', run: (desk) => desk.kick() },
  { code: 'KeyS', keys: 'Alt+S', label: 'Say what is prep', run: (desk) => desk.sayIt() },
  { code: 'ArrowUp', keys: 'Alt+arrows', label: 'Move', run: (desk) => desk.move(-1, 0) },
  { code: 'PageDown', keys: 'Alt+PgUp PgDn', label: 'Move to a sheet', run: (desk) => desk.moveBySheet(1) },
  { code: 'KeyM', keys: 'Alt+M', label: 'Move to a new sheet', run: (desk) => desk.nameSheet(true) },
  { code: 'KeyN', keys: 'Alt+N', label: 'New sheet', run: (desk) => desk.nameSheet() },
];

const moves: Record<string, [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export const plainKeys: readonly { keys: string; label: string }[] = [
  { keys: 'Arrows', label: 'Go' },
  { keys: 'Letters', label: 'Type' },
  { keys: 'Tab', label: 'Next speech' },
  { keys: 'Enter', label: 'Next argument' },
  { keys: 'Ctrl+Enter', label: 'Answer across' },
  { keys: 'PgUp PgDn', label: 'Go to a sheet' },
  { keys: 'Del', label: 'Strike' },
  { keys: 'Ctrl+Z', label: 'Undo' },
  { keys: 'Esc', label: 'Leave' },
];

/** What an Alt key does; undefined for one that is not ours. */
export function altAct({ code, altKey, ctrlKey, metaKey }: Key): ((desk: Desk) => boolean) | undefined {
  if (!altKey || ctrlKey || metaKey) return undefined;
  const move = moves[code];
  if (move) return (desk) => desk.move(...move);
  if (code === 'PageUp') return (desk) => desk.moveBySheet(-1);
  return altActs.find((act) => act.code === code)?.run;
}

/** Ctrl+Enter, or ⌘+Enter. */
export function isAnswer({ key, ctrlKey, metaKey }: Key): boolean {
  return key === 'Enter' && (ctrlKey || metaKey);
}

/** What an arrow steps. */
export function stepOf({ key, altKey, ctrlKey, metaKey }: Key): [down: number, right: number] | undefined {
  return altKey || ctrlKey || metaKey ? undefined : moves[key];
}

/** A key that writes something: typing begins with it. 229 and Process are an input method at work. */
export function isTyping({ key, altKey, ctrlKey, metaKey }: Key): boolean {
  if (key === 'Process') return true;
  return [...key].length === 1 && key !== ' ' && !altKey && !ctrlKey && !metaKey;
}

export function isUndo({ key, ctrlKey, metaKey, shiftKey }: Key): boolean {
  return key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey;
}
