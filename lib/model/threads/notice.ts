// Notices: what of a discussion someone is told in their inbox. Pure: whoever asks gives only records that they may see.

import { isForAll } from '../classes/for-all.ts';
import {
  type Entry,
  isPoint,
  isRuling,
  type ParticipantId,
  type Point,
  parentOf,
  partsOf,
  type Ref,
} from '../record.ts';
import { lastRulings, ruledBy } from '../ruling.ts';
import { mentionOf } from './mention.ts';
import { anchorIn, inOrder, placingsOf } from './thread.ts';

export type Notice = {
  ref: Ref;
  /** What an instructor says to all groups, their reply, someone's reply to one's own note, or a mention. */
  kind: 'for-all' | 'instructor' | 'reply' | 'mention';
  by: ParticipantId;
  /** When the server first accepted it, ISO UTC. */
  at: string;
  words: string;
};

/** What concerns `me`, the newest first; what was taken back, hidden or erased is no news. */
export function noticesOf(
  entries: readonly Entry[],
  me: ParticipantId,
  instructors: ReadonlySet<ParticipantId>,
): Notice[] {
  const rulings = lastRulings(entries.filter(isRuling).sort(inOrder));
  const placings = placingsOf(entries);
  return entries
    .filter(isPoint)
    .filter(
      ({ participant, value, ref }) =>
        participant !== me && !value.withdrawn && !ruledBy(rulings, 'hide', ref),
    )
    .flatMap((entry) => {
      const kind = kindFor(entry, me, instructors);
      const { ref, participant: by, createdAt: at = '', value } = entry;
      return kind ? [{ ref, kind, by, at, words: value.body ?? anchorIn(entry, placings)?.quote ?? '' }] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

function kindFor(
  { participant, value }: Entry<Point>,
  me: ParticipantId,
  instructors: ReadonlySet<ParticipantId>,
): Notice['kind'] | null {
  // Instructors have it in every group: it is no news to them.
  if (isForAll(value)) return instructors.has(me) ? null : 'for-all';
  const parent = parentOf(value);
  if (parent !== undefined && partsOf(parent).participant === me)
    return instructors.has(participant) ? 'instructor' : 'reply';
  return value.body?.includes(mentionOf(me)) ? 'mention' : null;
}
