// The words of saving are exactly those of the rule, and never say Saved of anything else.

import { expect, it } from 'vitest';
import type { SaveState } from '#lib/sync/room-state.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { wordsOf } from './save-words.tsx';

const voice = {
  t: translatorOf('en', 'room.save'),
  reasonOf: (code: string, detail: string) => `${code} ${detail}`,
};

it.each<[SaveState, string]>([
  [{ kind: 'saved' }, 'Saved'],
  [{ kind: 'saving' }, 'Saving'],
  [{ kind: 'offline', changes: 3, isLasting: true }, 'Offline, 3 changes only on this device'],
  [{ kind: 'offline', changes: 1, isLasting: true }, 'Offline, 1 change only on this device'],
  [{ kind: 'offline', changes: 1, isLasting: false }, 'Offline, 1 change only in this tab'],
  [{ kind: 'offline', changes: 0, isLasting: true }, 'Offline'],
  [
    { kind: 'waiting', reason: 'storage' },
    'Waiting: The server cannot save just now. What you write is kept on this device and saved when it can.',
  ],
  [{ kind: 'not-saved', code: 'locked', detail: 'by hand' }, 'Not saved: locked by hand'],
  [{ kind: 'connecting' }, 'Connecting'],
  [{ kind: 'not-connected' }, 'Not connected: reload the page'],
])('[DUR4] %j', (save, words) => {
  expect(wordsOf(save, voice)).toBe(words);
});
