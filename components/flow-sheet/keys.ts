// The keys of the flow (U36): which act each one is, in the grid and while typing. Letters need Alt, for letters type.

import type { Desk } from './desk.ts';

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Acts by Alt and the key at the place `code`, for with Alt its letter may be another. In the order of the legend. */
export const altActs = [
  { code: 'Enter', act: 'extend', run: (desk: Desk) => desk.extend() },
  { code: 'KeyG', act: 'group', run: (desk: Desk) => desk.group() },
  { code: 'KeyX', act: 'crossApply', run: (desk: Desk) => desk.crossApply() },
  { code: 'KeyE', act: 'evidence', run: (desk: Desk) => desk.mark('evidence') },
  { code: 'KeyT', act: 'turn', run: (desk: Desk) => desk.mark('turn') },
  { code: 'KeyK', act: 'kick', run: (desk: Desk) => desk.kick() },
  { code: 'KeyS', act: 'sayPrep', run: (desk: Desk) => desk.sayIt() },
  { code: 'ArrowUp', act: 'move', run: (desk: Desk) => desk.move(-1, 0) },
  { code: 'PageDown', act: 'moveToSheet', run: (desk: Desk) => desk.moveBySheet(1) },
  { code: 'KeyM', act: 'moveToNewSheet', run: (desk: Desk) => desk.nameSheet(true) },
  { code: 'KeyN', act: 'newSheet', run: (desk: Desk) => desk.nameSheet() },
] as const;

const moves: Record<string, [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The other keys, in the order of the legend. */
export const plainKeys = [
  'go',
  'type',
  'nextSpeech',
  'nextArgument',
  'answer',
  'goToSheet',
  'strike',
  'undo',
  'leave',
] as const;

/** What an Alt key does; undefined for one that is not ours. */
export function altAct({ code, altKey, ctrlKey, metaKey }: Key): ((desk: Desk) => boolean) | undefined {
  if (!altKey || ctrlKey || metaKey) return undefined;
  const move = moves[code];
  if (move) return (desk) => desk.move(...move);
  if (code === 'PageUp') return (desk) => desk.moveBySheet(-1);
  return altActs.find((one) => one.code === code)?.run;
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
