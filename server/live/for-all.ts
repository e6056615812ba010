// Shows in every group of an assignment what an instructor said for all: a copy of the record on their layer in each room,
// written through the gate like any other. Each pass makes the rooms alike, whatever was between, so that it may be
// repeated: after a crash, for a room that was closed. What rooms still lack is in the database, in the commit's own
// transaction.

import { type NoteForAll, notesOwed, oweNote, oweRuling, settleNote } from '#lib/data/classes/for-all.ts';
import type { AccountId, RoomId } from '#lib/data/ids.ts';
import { identifyInside } from '#lib/data/people/identity.ts';
import { writeRecords } from '#lib/data/readings/writing.ts';
import { enterRoom } from '#lib/data/spaces/access.ts';
import type { Transaction } from '#lib/data/store/database.ts';
import type { Batch } from '#lib/data/store/log.ts';
import { holdsForAll } from '#lib/model/classes/for-all.ts';
import type { DocumentAddress } from '#lib/model/document.ts';
import { type CounterpointRecord, partsOf, type RecordId, type Ref } from '#lib/model/record.ts';
import { logger } from '../logger.ts';
import { rulingsAmong } from '../room/rulings.ts';
import { missingOf } from './missing-copies.ts';

/** A room that could not take it just now is asked again after this long, and then ever later: it may be damaged. */
const [firstRetryMs, lastRetryMs] = [5000, 3_600_000];

type Values = Batch['values'];

// Inside a JSON string a quote is escaped, so this stands only where the record itself says so.
const notesAmong = (values: Values) => values.filter(({ json }) => json?.includes('"forAll":true'));

const ruledOn = (values: Values) =>
  rulingsAmong(values).flatMap(({ ruling }) =>
    holdsForAll(ruling) && ruling.of.includes('/') ? [partsOf(ruling.of as Ref)] : [],
  );

/** Does anything in this batch concern the other groups, too? */
export function concernsAll({ kind }: DocumentAddress, values: Values): boolean {
  return kind === 'room' && (notesAmong(values).length > 0 || ruledOn(values).length > 0);
}

/** Keeps what the other groups are owed; part of the transaction that writes the batch. */
export function* oweToAll(address: DocumentAddress, values: Values): Transaction<void> {
  if (address.kind !== 'room') return;
  for (const { participant, id } of notesAmong(values)) yield* oweNote(address.room, participant, id);
  for (const { participant, id } of ruledOn(values)) yield* oweRuling(address.room, participant, id);
}

export class ForAll {
  private running: Promise<void> | undefined;
  private isAsked = false;
  private isStopped = false;
  private retry: NodeJS.Timeout | undefined;
  private retryMs = firstRetryMs;

  /** Something is newly owed: sees to it, and asks again soon where it cannot be brought. */
  wake(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    this.retryMs = firstRetryMs;
    this.look();
  }

  /** A room may take by now what it is owed: sees to it, one note after the other, and leaves the pace as it is. */
  look(): void {
    if (this.isStopped) return;
    this.isAsked = true;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
      // Asked between the last look and now.
      if (this.isAsked) this.look();
    });
  }

  /** Begins no further write; resolves when the one that is under way has ended. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.isAsked = false;
    clearTimeout(this.retry);
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.isAsked) {
      this.isAsked = false;
      let isLeft = false;
      try {
        for (const note of await notesOwed()) {
          if (this.isStopped) return;
          if (!(await this.share(note))) isLeft = true;
        }
      } catch (error) {
        logger.error({ err: error }, 'what is for all groups did not reach all of them; it is tried again');
        isLeft = true;
      }
      if (isLeft) this.askLater();
    }
  }

  private askLater(): void {
    // However often it is looked in between, the next turn comes when it was to come.
    if (this.isStopped || this.retry) return;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.look();
    }, this.retryMs);
    this.retry.unref();
    this.retryMs = Math.min(this.retryMs * 2, lastRetryMs);
  }

  /** False when some room is to be asked again soon. */
  private async share(note: NoteForAll): Promise<boolean> {
    const outcomes = [];
    for (const { accountId, roomId, id, value } of await missingOf(note)) {
      if (this.isStopped) return true;
      outcomes.push(await put(accountId, roomId, id, value));
    }
    if (outcomes.includes('later')) return false;
    // A closed room is asked again each hour: it may be opened once more.
    if (!outcomes.includes('closed')) await settleNote(note);
    return true;
  }
}

/** `closed`: the room takes no words now; `later`: it could not be asked. What it refuses for good is not owed. */
type Outcome = 'done' | 'closed' | 'later';

async function put(
  accountId: AccountId,
  roomId: RoomId,
  id: RecordId,
  value: CounterpointRecord,
): Promise<Outcome> {
  const identity = await identifyInside(accountId);
  const entered = identity && (await enterRoom(identity, roomId));
  // An assistant of other sections, or one who has left: their words do not come here.
  if (!identity || !entered?.ok) return 'done';
  const { participant } = entered.access;
  const outcome = await writeRecords(identity, entered.access, [{ participant, id, value }]);
  if (outcome.ok || outcome.reason === 'not-allowed') return 'done';
  if (outcome.reason !== 'refused') return 'later';
  return outcome.refused.some(({ code }) => code === 'room-closed') ? 'closed' : 'done';
}
