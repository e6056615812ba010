// Why the server would not take something, in words: what happened and what to do (U47).

import { useTranslations } from 'use-intl/react';
import type { Refusal } from '#lib/model/permission.ts';
import { troubles } from '#lib/sync/room-state.ts';

/** What to do is the same of all that this page writes in a way of its own. */
const said = {
  'read-only': 'read-only',
  'room-closed': 'room-closed',
  'bad-id': 'unknown-way',
  'bad-record': 'bad-record',
  'type-changed': 'unknown-way',
  'not-deletable': 'not-deletable',
  'not-instructor': 'not-instructor',
  'ruling-changed': 'ruling-changed',
  'placing-changed': 'placing-changed',
  'wrong-key': 'unknown-way',
  'answers-itself': 'answers-itself',
  locked: 'locked',
  erased: 'erased',
  'not-here': 'not-here',
  'no-such-reading': 'no-such-reading',
  'one-group': 'one-group',
  'stays-for-all': 'stays-for-all',
  'not-chair': 'not-chair',
  'not-judge': 'not-judge',
  'round-on': 'round-on',
  'round-locked': 'round-locked',
  'round-record-changed': 'round-record-changed',
} as const satisfies Record<Refusal, string>;

const isRefusal = (code: string): code is Refusal => Object.hasOwn(said, code);

/** The code of a refusal or of what else went wrong in words; an unknown one with the server's own detail, which stays in English. */
export function useRefusalWords(): (code: string, detail: string) => string {
  const t = useTranslations('thread.refusal');
  const tTrouble = useTranslations('room.trouble');
  return (code, detail) => {
    if (isRefusal(code)) return t(said[code]);
    const trouble = troubles.find((one) => one === code);
    if (trouble) return tTrouble(trouble, { detail });
    return detail ? t('unknownFor', { detail }) : t('unknown');
  };
}
