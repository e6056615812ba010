// Who is here by name, what its assignment asks, when the discussion closes, who sees what, and which version of the text
// is the newest: as the page was rendered with it, fetched again whenever the server says that one of it changed (105).

import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { send } from '#components/ui/form/request.ts';
import type { Closing, Terms } from '#lib/model/classes/assignment.ts';
import type { RoomSettings } from '#lib/model/room-settings.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import type { RoomInfo } from '../frame/room-info.ts';
import { type People, type Person, peopleById } from '../scene/people.ts';
import type { RosterAnswer } from './roster-answer.ts';

export type Roster = {
  people: People;
  closing: Closing;
  /** What the room's assignment asks of this person; null in a room of none. */
  terms: Terms | null;
  visibility: VisibilityRule;
  settings: RoomSettings;
  /** The readings that the room holds, each with the number of its newest version, once the server has told of them. */
  readings: readonly { id: string; edition: number }[] | null;
};

/** `version` is the room client's; 0 is what the page came with. */
export function useRoster(
  room: Pick<RoomInfo['room'], 'id' | 'closing' | 'terms' | 'visibility' | 'settings'>,
  people: readonly Person[],
  version: number,
): Roster {
  const [fetched, setFetched] = useState<RosterAnswer | null>(null);
  useEffect(() => {
    if (version === 0) return;
    const cancel = new AbortController();
    const fetchIt = async () => {
      const path = `/rooms/${encodeURIComponent(room.id)}/participants`;
      // Where it cannot be had now, the old names are better than none; the next change asks again.
      const shape = await import('./roster-answer.ts').catch(() => null);
      if (!shape || cancel.signal.aborted) return;
      const outcome = await send(path, shape.rosterAnswer, { method: 'GET', signal: cancel.signal });
      if (outcome.ok) setFetched(outcome.value);
    };
    void fetchIt();
    return () => cancel.abort();
  }, [room.id, version]);
  const known = fetched?.participants ?? people;
  const t = useTranslations('room.unnamed');
  const byId = useMemo(
    () => peopleById(known, { someone: t('someone'), mentioned: t('mentioned') }),
    [known, t],
  );
  return {
    people: byId,
    closing: fetched?.room ?? room.closing,
    terms: fetched ? fetched.room.terms : room.terms,
    visibility: fetched?.room.visibility ?? room.visibility,
    settings: fetched?.room.settings ?? room.settings,
    readings: fetched?.room.readings ?? null,
  };
}
