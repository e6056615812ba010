// Why the server would not take something, in words: what happened and what to do (U47).

import type { Refusal } from '#lib/model/permission.ts';

const words: Record<Refusal, string> = {
  'read-only': 'You may read here but not write.',
  'room-closed': 'This discussion was closed before it arrived.',
  'bad-id': 'This page wrote it in a way the server does not know. Reload and try again.',
  'bad-record': 'The server could not read it. Shorten it, or reload and try again.',
  'type-changed': 'This page wrote it in a way the server does not know. Reload and try again.',
  'not-deletable': 'Notes are withdrawn, never deleted.',
  'not-instructor': 'Only an instructor may do this.',
  'ruling-changed': 'A ruling stands as it was made; make another.',
  'placing-changed': 'A note stays where it was placed; place it anew.',
  'wrong-key': 'This page wrote it in a way the server does not know. Reload and try again.',
  'answers-itself': 'A note cannot answer itself.',
  locked: 'An instructor has locked this. Ask them to open it again.',
  erased: 'An instructor has erased this note; it cannot be written again.',
  'not-here': 'This cannot be said here.',
  'no-such-reading':
    'Its passage is in a reading that this discussion no longer holds. Say them on another passage.',
  'one-group': 'A note for all groups answers and names nobody: the other groups do not know them.',
  'stays-for-all': 'This note is shown in all groups. Withdraw it to take it back.',
  'not-chair': 'Only the chair of the round runs its clocks.',
  'not-judge': 'Only a judge of the round gives a ballot.',
  'round-on': 'A ballot is given once the round is over.',
  'round-locked': 'While a round is on, only its debaters say anything in it.',
  'round-record-changed': 'What was given in a round stands as it was; give another.',
};

/** A refusal's code in words; an unknown one with the server's own detail. */
export function refusalWords(code: string, detail: string): string {
  return words[code as Refusal] ?? (detail || 'The server did not take it.');
}
