// What a desk holds between the screen and the device: the records as this device has them, those that stand ahead of it,
// the cell that was begun, and what can be undone. Nothing here waits: a point stands on its sheet at once, and goes to the
// outbox by itself. Nothing knows of a cursor.

import {
  type Entry,
  type ParticipantId,
  type Point,
  type Ref,
  type Revision,
  refOf,
} from '#lib/model/record.ts';
import type { FlowCell, FlowSheet } from '#lib/model/round/flow.ts';
import type { Slot } from '#lib/model/round/format.ts';
import { keptFlow } from '#lib/model/round/kept-flow.ts';
import { revisionId } from '#lib/model/round/revision.ts';
import type { Place } from '#lib/sync/room-state.ts';
import { type Ahead, type Documents, type FlowAround, sheetsOf } from './flow-source.ts';
import { type Change, changeWrite, undone, type Write } from './writes.ts';

export type DeskAround = FlowAround & {
  me: ParticipantId;
  isDebater: boolean;
  hasBegun: (slotId: string) => boolean;
  nowMs: () => number;
  /** The records as this device has them at this moment. */
  read: () => Documents;
  put: (place: Place, id: string, value: Point | Revision) => Promise<void>;
  /** Tells whoever types. */
  say: (what: Said) => void;
  /** What a cell says that applies another's words. */
  seeing: (words: string) => string;
};

/** What the desk has to say: what could not be done, or is to be done next. */
export type Said =
  | 'not-kept'
  | 'not-yours-to-move'
  | 'not-yours-to-change'
  | 'not-yours-to-strike'
  | 'not-yours-to-group'
  | 'not-yours-to-mark'
  | 'nowhere-to-answer'
  | 'nowhere-to-extend'
  | 'nowhere-to-kick'
  | 'nowhere-further'
  | 'no-other-sheet'
  | 'no-answer'
  | 'none-to-group'
  | 'not-prep'
  | 'not-begun'
  | 'none-to-undo'
  | 'picked';

export class DeskRecords {
  #documents: Documents;
  #around: DeskAround;
  readonly #onChange: () => void;
  #ahead: Ahead = new Map();
  /** A cell that was begun and not yet saved, so that nothing empty is ever sent. */
  #begun: { ref: Ref; place: Place; entry: Entry<Point> } | null = null;
  #sheets: FlowSheet[] | null = null;
  /** As last laid out: what has not changed is the same again. */
  #last: FlowSheet[] | null = null;
  #undo: Write[][] = [];

  constructor(documents: Documents, around: DeskAround, onChange: () => void) {
    this.#documents = documents;
    this.#around = around;
    this.#onChange = onChange;
  }

  /** Takes what others and the clocks have changed. */
  see(documents: Documents, around: DeskAround): void {
    this.#documents = documents;
    this.#around = around;
    this.#changed();
  }

  get around(): DeskAround {
    return this.#around;
  }

  get sheets(): readonly FlowSheet[] {
    if (!this.#sheets) {
      const begun = this.#begun ? [[this.#begun.ref, this.#begun] as const] : [];
      const ahead = new Map([...this.#ahead, ...begun]);
      this.#sheets = keptFlow(this.#last, sheetsOf(this.#documents, ahead, this.#around));
      this.#last = this.#sheets;
    }
    return this.#sheets;
  }

  find(ref: Ref): FlowCell | undefined {
    for (const { lines } of this.sheets)
      for (const { cells } of lines) for (const cell of cells) if (cell?.ref === ref) return cell;
    return undefined;
  }

  // What may be done.

  isMine({ entry }: FlowCell): boolean {
    return entry.participant === this.#around.me;
  }

  mayChange(cell: FlowCell): boolean {
    if (this.isMine(cell)) return true;
    const { side, isDebater, sideOf } = this.#around;
    return isDebater && side !== null && sideOf(cell.entry.participant) === side;
  }

  placeFor(slot: Slot): Place {
    const { isDebater, side, hasBegun } = this.#around;
    if (!isDebater || side === null) return 'private';
    return (slot.side === undefined || slot.side === side) && hasBegun(slot.id) ? 'room' : 'side';
  }

  // A cell that is only begun.

  begin(entry: Entry<Point>, slot: Slot): void {
    this.#begun = { ref: entry.ref, place: this.placeFor(slot), entry };
    this.#sheets = null;
  }

  /** It was saved, or is not wanted. */
  forgetBegun(): void {
    this.#begun = null;
    this.#sheets = null;
  }

  get hasBegun(): boolean {
    return this.#begun !== null;
  }

  // What a change writes.

  now(): string {
    return new Date(this.#around.nowMs()).toISOString();
  }

  /** What stands now under the record that a change to this cell would write. */
  standing(cell: FlowCell): Point | Revision | undefined {
    return this.isMine(cell) ? cell.entry.value : this.#ownRevision(cell.ref);
  }

  changeOf(cell: FlowCell, change: Change): Write {
    const mine = this.#ownRevision(cell.ref);
    return changeWrite(cell, change, {
      me: this.#around.me,
      place: this.#placeOf(cell),
      mine,
      at: this.now(),
    });
  }

  rewritten(cell: FlowCell, value: Point): Write {
    return { place: this.#placeOf(cell), id: cell.entry.id, value, before: cell.entry.value };
  }

  // Writing.

  /** Writes, and remembers it for undo. */
  act(writes: Write[]): void {
    this.#undo.push(writes);
    for (const write of writes) this.send(write);
    this.#changed();
  }

  /** Remembers for undo what was sent while one typed. */
  remember(cell: FlowCell, before: Point | Revision | undefined): void {
    const value = this.standing(cell);
    if (!value || value === before) return;
    const isMine = this.isMine(cell);
    const id = isMine ? cell.entry.id : revisionId(cell.ref);
    this.#undo.push([{ place: isMine ? this.#placeOf(cell) : 'side', id, value, before }]);
  }

  /** Takes back what was done last; false where there is nothing. */
  undo(): boolean {
    const last = this.#undo.pop();
    if (!last) return false;
    for (const write of last.toReversed()) this.send(undone(write));
    this.#changed();
    return true;
  }

  /** Shows a record at once, and takes it off again once the device has it. */
  send({ place, id, value }: Write): void {
    const participant = this.#around.me;
    const ref = refOf(participant, id);
    const waiting = { place, entry: { ref, participant, id, value } };
    this.#ahead = new Map(this.#ahead).set(ref, waiting);
    this.#changed();
    const settle = () => {
      if (this.#ahead.get(ref) !== waiting) return;
      const rest = new Map(this.#ahead);
      rest.delete(ref);
      this.#ahead = rest;
      // What was put is in there by now, though the screen may not have been told of it yet.
      this.#documents = this.#around.read();
      this.#changed();
    };
    this.#around.put(place, id, value).then(settle, () => {
      settle();
      this.#around.say('not-kept');
    });
  }

  #ownRevision(of: Ref): Revision | undefined {
    const ref = refOf(this.#around.me, revisionId(of));
    const value = this.#ahead.get(ref)?.entry.value ?? this.#documents.sideEntries.get(ref)?.value;
    return value?.type === 'revision' ? value : undefined;
  }

  #placeOf({ ref }: FlowCell): Place {
    const ahead = this.#begun?.ref === ref ? this.#begun : this.#ahead.get(ref);
    if (ahead) return ahead.place;
    if (this.#documents.entries.has(ref)) return 'room';
    return this.#documents.sideEntries.has(ref) ? 'side' : 'private';
  }

  #changed(): void {
    this.#sheets = null;
    this.#onChange();
  }
}
