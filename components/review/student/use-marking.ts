// Marking one student: what is being marked (a note, or the whole), on which criterion, and the acts that write marks
// and private words on one's own layer of their review.

import { useMemo } from 'react';
import { newRecordId } from '#components/room/scene/acts.ts';
import { useScene } from '#components/room/scene/scene.ts';
import type { Entry, ParticipantId, Remark, Stamp } from '#lib/model/record.ts';
import { stampId } from '#lib/model/record.ts';
import { type Mark, marksIn } from '#lib/model/review/grade.ts';
import type { ReviewPool } from '../live/review-pool.ts';

export type Target = Stamp['of'];

/** A private word as it stands. */
export type Word = { entry: Entry<Remark>; isMine: boolean };

export type Marking = {
  /** Everyone's marks, one's own and one's colleagues'. */
  marks: readonly Mark[];
  words: readonly Word[];
  /** My own mark on a criterion of a target. */
  mine(criterion: string, target: Target): Mark | undefined;
  /** Sets my mark; the level that stands already is taken back. */
  mark(criterion: string, level: string, target: Target): void;
  /** Puts words on my mark. */
  explain(mark: Mark, body: string): void;
  say(target: Target, body: string): void;
  takeBack(word: Word): void;
};

export function useMarking(pool: ReviewPool, version: number, student: ParticipantId): Marking {
  const { me } = useScene();
  return useMemo(() => {
    // Read here, so that each version of the pool is another value.
    const entries = version < 0 ? [] : [...pool.entriesOf(student).values()];
    const marks = marksIn(entries);
    const mine = (criterion: string, target: Target) =>
      marks.find((one) => one.by === me.participant && one.criterion === criterion && one.of === target);
    const stamp = (value: Stamp) => void pool.put(student, stampId(value), value);
    return {
      marks,
      words: wordsIn(entries, me.participant),
      mine,
      mark(criterion, level, of) {
        const before = mine(criterion, of);
        const isSame = before?.level === level;
        const body = before?.body && !isSame ? { body: before.body } : {};
        stamp({ type: 'stamp', of, criterion, level, ...(isSame ? { withdrawn: true } : body) });
      },
      explain({ of, criterion, level }, body) {
        stamp({ type: 'stamp', of, criterion, level, ...(body ? { body } : {}) });
      },
      say(of, body) {
        const value: Remark = { type: 'remark', of, at: new Date().toISOString(), body };
        void pool.put(student, newRecordId(), value);
      },
      takeBack({ entry }) {
        const { body: _, ...rest } = entry.value;
        void pool.put(student, entry.id, { ...rest, withdrawn: true });
      },
    };
  }, [pool, version, student, me.participant]);
}

/** The private words among the records of a review, in the order in which they were said. */
export function wordsIn(entries: readonly Entry[], me: ParticipantId): Word[] {
  return entries
    .flatMap((entry) => {
      const { value } = entry;
      return value.type === 'remark' && !value.withdrawn ? [{ ...entry, value }] : [];
    })
    .sort((a, b) => (a.value.at < b.value.at ? -1 : 1))
    .map((entry) => ({ entry, isMine: entry.participant === me }));
}
