// A line of the audit trail in words.

import type { useTranslations } from 'use-intl/react';

export type TrailLine = {
  id: number;
  at: string;
  /** Null for the server itself. */
  by: string | null;
  act: string;
  about: string | null;
  reason: string | null;
};

type Words = ReturnType<typeof useTranslations<'room.moderate'>>;

/** "Ines hid a note by Ben". `nameOf` gives a participant's name. */
export function trailWords(
  { by, act, about }: TrailLine,
  nameOf: (participant: string) => string,
  t: Words,
): string {
  const [participant = '', id] = about?.split('/') ?? [];
  return t('trailLine', {
    by: by === null ? 'server' : 'person',
    name: by ?? '',
    act: act === 'dismiss-flag' ? 'leave' : act,
    what: about === 'room' ? 'room' : id === undefined ? 'person' : 'note',
    whom: nameOf(participant),
  });
}
