// Flowing by keyboard, without a screen: where the cursor is, what is being typed, and what each act writes. Nothing here
// waits: a point stands on its sheet at once, and goes to the outbox by itself. The view draws what is here.

import { newRecordId } from '#components/room/scene/acts.ts';
import {
  type Entry,
  type Link,
  type ParticipantId,
  type Point,
  type Ref,
  type Revision,
  refOf,
} from '#lib/model/record.ts';
import { type FlowCell, type FlowSheet, rowOf } from '#lib/model/round/flow.ts';
import { answeringSlot, benchOf, extendingSlot, type Slot } from '#lib/model/round/format.ts';
import { revisionId } from '#lib/model/round/revision.ts';
import type { Place } from '#lib/sync/room-state.ts';
import { type Ahead, type Documents, type FlowAround, sheetsOf } from './flow-source.ts';
import { aboveOf, cellAt, newLine, nextSpot, type Spot, spotOf, stepFrom } from './spot.ts';
import {
  type Change,
  changeWrite,
  groupedWith,
  linkUnder,
  type Mark,
  markedWith,
  newPoint,
  undone,
  type Write,
} from './writes.ts';

export type DeskAround = FlowAround & {
  me: ParticipantId;
  isDebater: boolean;
  hasBegun: (slotId: string) => boolean;
  nowMs: () => number;
  /** The records as this device has them at this moment. */
  read: () => Documents;
  put: (place: Place, id: string, value: Point | Revision) => Promise<void>;
  /** What one could not do, in words. */
  say: (words: string) => void;
};

/** A cell that is being typed in. */
export type Editing = { ref: Ref; isNew: boolean; text: string };

export class Desk {
  #documents: Documents;
  #around: DeskAround;
  #ahead: Ahead = new Map();
  /** A cell that was begun and not yet saved, so that nothing empty is ever sent. */
  #begun: { ref: Ref; place: Place; entry: Entry<Point> } | null = null;
  #before: { value: Point | Revision | undefined } | null = null;
  #sheets: FlowSheet[] | null = null;
  #undo: Write[][] = [];
  #listeners = new Set<() => void>();
  #version = 0;
  sheetName: string;
  cursor: Spot = { line: newLine, column: 0 };
  editing: Editing | null = null;
  /** The cell that is to be applied elsewhere. */
  picked: FlowCell | null = null;

  constructor(documents: Documents, around: DeskAround) {
    this.#documents = documents;
    this.#around = around;
    this.sheetName = around.format.sheets[0]?.name ?? '';
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly version = (): number => this.#version;

  /** Takes what others and the clocks have changed. */
  see(documents: Documents, around: DeskAround): void {
    this.#documents = documents;
    this.#around = around;
    this.#changed();
  }

  get format() {
    return this.#around.format;
  }

  get sheets(): readonly FlowSheet[] {
    if (!this.#sheets) {
      const begun = this.#begun ? [[this.#begun.ref, this.#begun] as const] : [];
      this.#sheets = sheetsOf(this.#documents, new Map([...this.#ahead, ...begun]), this.#around);
    }
    return this.#sheets;
  }

  get sheet(): FlowSheet {
    const known = this.sheets.find(({ name }) => name === this.sheetName);
    const speeches = this.format.slots.filter(({ kind }) => kind === 'speech');
    return known ?? { name: this.sheetName, columns: speeches, lines: [], size: 0 };
  }

  get cell(): FlowCell | undefined {
    return cellAt(this.sheet, this.cursor);
  }

  // Going about.

  goTo(spot: Spot): void {
    this.cursor = spot;
    this.#changed();
  }

  goToSheet(name: string): void {
    this.sheetName = name;
    this.cursor = { line: this.sheet.lines[0]?.key ?? newLine, column: 0 };
    this.#changed();
  }

  step(down: number, right: number): void {
    this.goTo(stepFrom(this.sheet, this.cursor, down, right));
  }

  /** False past the first and the last place: there the key goes on to what follows the grid. */
  next(by: 1 | -1): boolean {
    const spot = nextSpot(this.sheet, this.cursor, by);
    if (spot) this.goTo(spot);
    return spot !== null;
  }

  // Typing.

  /** Begins to type where the cursor is; false where these are not one's own side's words. */
  begin(): boolean {
    const { cell } = this;
    if (!cell) return this.beginNew();
    if (!this.mayChange(cell)) {
      this.#around.say('Only their own side changes these words. Ctrl+Enter answers them.');
      return false;
    }
    this.#begun = null;
    this.#before = { value: this.#standing(cell) };
    this.editing = { ref: cell.ref, isNew: false, text: cell.point.body ?? '' };
    this.#changed();
    return true;
  }

  /** Begins a point on the empty place of the cursor, under what stands to its left. */
  beginNew(): boolean {
    const { sheet, cursor } = this;
    const slot = sheet.columns[cursor.column];
    if (!slot) return false;
    const above = aboveOf(sheet, cursor);
    return this.#beginPoint(slot, above ? { links: [linkUnder(this.format, slot, above)] } : {});
  }

  /** Saves what was typed so far. */
  save(text: string): void {
    const { editing } = this;
    if (!editing || text === editing.text || text.trim() === '') return;
    const cell = this.#find(editing.ref);
    if (!cell) return;
    this.editing = { ...editing, text };
    this.#send(this.#changeOf(cell, { body: text }));
    this.#begun = null;
  }

  /** Ends typing: the words are saved, an empty new cell is forgotten. */
  commit(text: string): void {
    const { editing } = this;
    if (!editing) return;
    this.save(text);
    const cell = this.#find(editing.ref);
    const wasSaved = this.#begun === null;
    if (wasSaved && cell && text.trim() === '' && !editing.isNew) this.strike(cell);
    else if (wasSaved && cell && this.#before) this.#remember(cell, this.#before.value);
    this.editing = null;
    this.#begun = null;
    this.#before = null;
    const spot = cell && wasSaved ? spotOf(this.sheet, editing.ref) : undefined;
    if (spot) this.cursor = spot;
    this.#changed();
  }

  // Acts.

  answerAcross(cell = this.cell): boolean {
    if (!cell) return false;
    const slot = this.#laterSlot(cell, false) ?? answeringSlot(this.format, cell.slot.id);
    if (!slot) return this.#refuse('No later speech of the other side could answer this.');
    return this.#beginPoint(slot, { links: [linkUnder(this.format, slot, cell)] });
  }

  extend(cell = this.cell): boolean {
    if (!cell) return false;
    const slot = this.#laterSlot(cell, true) ?? extendingSlot(this.format, cell.slot.id);
    if (!slot) return this.#refuse('No later speech of this side could extend it.');
    return this.#add(slot, { links: [{ to: cell.ref, stance: 'supports' }] });
  }

  kick(cell = this.cell): boolean {
    if (!cell) return false;
    const slot = this.#laterSlot(cell, true) ?? extendingSlot(this.format, cell.slot.id);
    if (!slot) return this.#refuse('No later speech of this side could give it up.');
    return this.#add(slot, { links: [{ to: cell.ref, stance: 'concedes' }] });
  }

  /** Once to pick a cell up, then on another to answer that with it. */
  crossApply(cell = this.cell): boolean {
    if (!cell) return false;
    const { picked } = this;
    if (!picked || picked.ref === cell.ref) {
      this.picked = picked ? null : cell;
      this.#changed();
      if (this.picked) this.#around.say('Cross-apply: go to the argument it answers, and press Alt+X again.');
      return true;
    }
    const slot = this.#laterSlot(cell, false) ?? answeringSlot(this.format, cell.slot.id);
    if (!slot) return this.#refuse('No later speech of the other side could answer this.');
    this.picked = null;
    const links = [linkUnder(this.format, slot, cell), { to: picked.ref, stance: 'supports' as const }];
    return this.#add(slot, { links, body: `See: ${picked.point.body ?? ''}` });
  }

  /** Lets an answer answer the next argument, too, or no more. */
  group(cell = this.cell): boolean {
    if (!cell?.parent) return this.#refuse('Only an answer can be grouped. Choose one first.');
    if (!this.#isMine(cell)) return this.#refuse('Only its author groups an answer.');
    const column = this.sheet.columns.indexOf(cell.parent.slot);
    const stack = this.sheet.lines.flatMap(({ cells }) => cells[column] ?? []);
    const known = new Set(cell.also.map(({ to }) => to));
    const after = stack.slice(stack.indexOf(cell.parent) + 1);
    const other = after.find(({ ref }) => !known.has(ref));
    if (!other) return this.#refuse('There is no further argument below to group with it.');
    this.#act([this.#rewritten(cell, groupedWith(cell.entry.value, other.ref))]);
    return true;
  }

  mark(mark: Mark, cell = this.cell): boolean {
    if (!cell) return false;
    if (!this.#isMine(cell)) return this.#refuse('Only its author marks a cell.');
    this.#act([this.#rewritten(cell, markedWith(cell.entry.value, mark))]);
    return true;
  }

  /** Takes one's own cell back, or strikes a partner's; a second time lets a struck one stand again. */
  strike(cell = this.cell): boolean {
    if (!cell) return false;
    if (!this.mayChange(cell)) return this.#refuse('Only their own side strikes these words.');
    this.#act([this.#changeOf(cell, { struck: !cell.isStruck })]);
    return true;
  }

  /** To the next speech, or another argument: an answer under another, a whole argument up or down its sheet. */
  move(down: number, right: number, cell = this.cell): boolean {
    if (!cell) return false;
    if (!this.mayChange(cell)) return this.#refuse('Only their own side moves these words.');
    const moved = right === 0 ? this.#movedDown(cell, down) : this.#movedRight(cell, right);
    if (!moved) return this.#refuse('It cannot go further that way.');
    this.#act([this.#changeOf(cell, { moved })]);
    this.#follow(cell.ref);
    return true;
  }

  moveToSheet(sheet: string, cell = this.cell): boolean {
    if (!cell) return false;
    if (!this.mayChange(cell)) return this.#refuse('Only their own side moves these words.');
    this.#act([this.#changeOf(cell, { moved: { sheet, under: null } })]);
    this.sheetName = sheet;
    this.#follow(cell.ref);
    return true;
  }

  /** Says what was prepared: the words go to everyone, in the speech they were prepared for. */
  sayIt(cell = this.cell): boolean {
    if (!cell?.isPrep) return this.#refuse('Only what is still prep can be said.');
    if (!this.#around.hasBegun(cell.slot.id)) return this.#refuse('That speech has not begun yet.');
    const value: Point = { ...cell.point, at: this.#at() };
    this.#act([{ place: 'room', id: cell.entry.id, value, before: undefined }]);
    return true;
  }

  undo(): boolean {
    const last = this.#undo.pop();
    if (!last) return this.#refuse('There is nothing of yours to undo.');
    for (const write of last.toReversed()) this.#send(undone(write));
    this.#changed();
    return true;
  }

  // What may be done.

  mayChange(cell: FlowCell): boolean {
    if (this.#isMine(cell)) return true;
    const { side, isDebater, sideOf } = this.#around;
    return isDebater && side !== null && sideOf(cell.entry.participant) === side;
  }

  placeFor(slot: Slot): Place {
    const { isDebater, side, hasBegun } = this.#around;
    if (!isDebater || side === null) return 'private';
    return (slot.side === undefined || slot.side === side) && hasBegun(slot.id) ? 'room' : 'side';
  }

  #isMine({ entry }: FlowCell): boolean {
    return entry.participant === this.#around.me;
  }

  /** The speech that is on, where it is later than this cell and of the wanted bench. */
  #laterSlot({ slot }: FlowCell, isOwn: boolean): Slot | undefined {
    const { format, clocks } = this.#around;
    const { current } = clocks;
    if (current?.kind !== 'speech' || format.slots.indexOf(current) <= format.slots.indexOf(slot))
      return undefined;
    return (benchOf(format, current) === benchOf(format, slot)) === isOwn ? current : undefined;
  }

  #movedDown(cell: FlowCell, down: number): Change['moved'] | null {
    const { parent } = cell;
    if (parent) {
      const column = this.sheet.columns.indexOf(parent.slot);
      const stack = this.sheet.lines.flatMap(({ cells }) => cells[column] ?? []);
      const other = stack[stack.indexOf(parent) + down];
      return other ? { under: other.ref } : null;
    }
    const roots = this.sheet.lines.flatMap(({ isFirst, cells }) =>
      isFirst ? (cells.find((one) => one) ?? []) : [],
    );
    const at = roots.indexOf(cell) + down;
    const [near, far] = [roots[at], roots[at + down]];
    if (!near) return null;
    return { row: far ? (rowOf(near) + rowOf(far)) / 2 : rowOf(near) + down };
  }

  #movedRight(cell: FlowCell, right: number): Change['moved'] | null {
    const { columns } = this.sheet;
    const slot = columns[columns.indexOf(cell.slot) + right];
    if (!slot || (cell.parent && columns.indexOf(slot) <= columns.indexOf(cell.parent.slot))) return null;
    return { speech: slot.id };
  }

  // Writing.

  #at(): string {
    return new Date(this.#around.nowMs()).toISOString();
  }

  #beginPoint(slot: Slot, rest: { links?: Link[] }): boolean {
    const id = newRecordId();
    const participant = this.#around.me;
    const ref = refOf(participant, id);
    const cell = { speech: slot.id, sheet: this.sheetName, body: '', ...rest };
    const entry: Entry<Point> = { ref, participant, id, value: newPoint(cell, this.#at()) };
    this.#begun = { ref, place: this.placeFor(slot), entry };
    this.#before = { value: undefined };
    this.editing = { ref, isNew: true, text: '' };
    this.#sheets = null;
    this.#follow(ref);
    return true;
  }

  /** Adds a cell that needs no words of its own. */
  #add(slot: Slot, { body, ...rest }: Partial<Point>): boolean {
    const id = newRecordId();
    const { body: _, ...bare } = newPoint({ speech: slot.id, sheet: this.sheetName, body: '' }, this.#at());
    const value: Point = { ...bare, ...rest, ...(body ? { body } : {}) };
    this.#act([{ place: this.placeFor(slot), id, value, before: undefined }]);
    this.#follow(refOf(this.#around.me, id));
    return true;
  }

  #follow(ref: Ref): void {
    this.cursor = spotOf(this.sheet, ref) ?? this.cursor;
    this.#changed();
  }

  #find(ref: Ref): FlowCell | undefined {
    for (const { lines } of this.sheets)
      for (const { cells } of lines) for (const cell of cells) if (cell?.ref === ref) return cell;
    return undefined;
  }

  /** What stands now under the record that a change to this cell would write. */
  #standing(cell: FlowCell): Point | Revision | undefined {
    return this.#isMine(cell) ? cell.entry.value : this.#ownRevision(cell.ref);
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

  #changeOf(cell: FlowCell, change: Change): Write {
    const mine = this.#ownRevision(cell.ref);
    return changeWrite(cell, change, {
      me: this.#around.me,
      place: this.#placeOf(cell),
      mine,
      at: this.#at(),
    });
  }

  #rewritten(cell: FlowCell, value: Point): Write {
    return { place: this.#placeOf(cell), id: cell.entry.id, value, before: cell.entry.value };
  }

  #remember(cell: FlowCell, before: Point | Revision | undefined): void {
    const value = this.#standing(cell);
    if (!value || value === before) return;
    const isMine = this.#isMine(cell);
    const id = isMine ? cell.entry.id : revisionId(cell.ref);
    this.#undo.push([{ place: isMine ? this.#placeOf(cell) : 'side', id, value, before }]);
  }

  #act(writes: Write[]): void {
    this.#undo.push(writes);
    for (const write of writes) this.#send(write);
    this.#changed();
  }

  /** Shows a record at once, and takes it off again once the device has it. */
  #send({ place, id, value }: Write): void {
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
      this.#around.say('This could not be kept on this device. Copy it, and reload the page.');
    });
  }

  #refuse(words: string): boolean {
    this.#around.say(words);
    return false;
  }

  #changed(): void {
    this.#sheets = null;
    this.#version++;
    for (const listener of [...this.#listeners]) listener();
  }
}
