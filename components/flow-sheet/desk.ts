// Flowing by keyboard, without a screen: where the cursor is, what is being typed, and what each act writes. What stands
// where and what is on its way is desk-records.ts's. The view draws what is here.

import { newRecordId } from '#components/room/scene/acts.ts';
import { type Entry, type Link, type Point, type Ref, type Revision, refOf } from '#lib/model/record.ts';
import { type FlowCell, type FlowSheet, rowOf } from '#lib/model/round/flow.ts';
import { answeringSlot, benchOf, extendingSlot, type Slot } from '#lib/model/round/format.ts';
import type { Place } from '#lib/sync/room-state.ts';
import { type DeskAround, DeskRecords, type Said } from './desk-records.ts';
import type { Documents } from './flow-source.ts';
import { aboveOf, cellAt, newLine, nextSpot, type Spot, spotOf, stepFrom } from './spot.ts';
import { type Change, groupedWith, linkUnder, type Mark, markedWith, newPoint } from './writes.ts';

/** A cell that is being typed in. */
export type Editing = { ref: Ref; isNew: boolean; text: string };

export class Desk {
  readonly #records: DeskRecords;
  #before: { value: Point | Revision | undefined } | null = null;
  #listeners = new Set<() => void>();
  #version = 0;
  sheetName: string;
  cursor: Spot = { line: newLine, column: 0 };
  editing: Editing | null = null;
  /** The cell that is to be applied elsewhere. */
  picked: FlowCell | null = null;
  /** A sheet that is to be made: its name is being asked for. `taking` is the cell that is to stand on it. */
  naming: { taking: Ref | null } | null = null;

  constructor(documents: Documents, around: DeskAround) {
    this.#records = new DeskRecords(documents, around, () => this.#changed());
    this.sheetName = around.format.sheets[0]?.name ?? '';
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly version = (): number => this.#version;

  /** Takes what others and the clocks have changed. */
  see(documents: Documents, around: DeskAround): void {
    this.#records.see(documents, around);
  }

  get format() {
    return this.#records.around.format;
  }

  get sheets(): readonly FlowSheet[] {
    return this.#records.sheets;
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

  /** The sheets there are, and the one one is on, though nothing stands on it yet. */
  get sheetNames(): readonly string[] {
    const names = this.sheets.map(({ name }) => name);
    return names.includes(this.sheetName) ? names : [...names, this.sheetName];
  }

  /** To the sheet after this one, or before it, and round at the ends. */
  stepSheet(by: 1 | -1): boolean {
    this.goToSheet(this.#sheetBeside(by));
    return true;
  }

  /** Asks for the name of a new sheet; with `isTaking`, the cell at the cursor goes there. */
  nameSheet(isTaking = false): boolean {
    const { cell } = this;
    if (isTaking && (!cell || !this.mayChange(cell))) return this.#refuse('not-yours-to-move');
    this.naming = { taking: (isTaking && cell?.ref) || null };
    this.#changed();
    return true;
  }

  /** The name that was asked for; null where nobody wants a new sheet any more. */
  named(name: string | null): void {
    const taken = this.naming?.taking && this.#records.find(this.naming.taking);
    this.naming = null;
    if (name === null) this.#changed();
    else if (taken) this.moveToSheet(name, taken);
    else this.goToSheet(name);
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
      this.#records.around.say('not-yours-to-change');
      return false;
    }
    this.#records.forgetBegun();
    this.#before = { value: this.#records.standing(cell) };
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
    const cell = this.#records.find(editing.ref);
    if (!cell) return;
    this.editing = { ...editing, text };
    this.#records.send(this.#records.changeOf(cell, { body: text }));
    this.#records.forgetBegun();
  }

  /** Ends typing: the words are saved, an empty new cell is forgotten. */
  commit(text: string): void {
    const { editing } = this;
    if (!editing) return;
    this.save(text);
    const cell = this.#records.find(editing.ref);
    const wasSaved = !this.#records.hasBegun;
    if (wasSaved && cell && text.trim() === '' && !editing.isNew) this.strike(cell);
    else if (wasSaved && cell && this.#before) this.#records.remember(cell, this.#before.value);
    this.editing = null;
    this.#records.forgetBegun();
    this.#before = null;
    const spot = cell && wasSaved ? spotOf(this.sheet, editing.ref) : undefined;
    if (spot) this.cursor = spot;
    this.#changed();
  }

  // Acts.

  answerAcross(cell = this.cell): boolean {
    if (!cell) return false;
    const slot = this.#laterSlot(cell, false) ?? answeringSlot(this.format, cell.slot.id);
    if (!slot) return this.#refuse('nowhere-to-answer');
    return this.#beginPoint(slot, { links: [linkUnder(this.format, slot, cell)] });
  }

  extend(cell = this.cell): boolean {
    if (!cell) return false;
    const slot = this.#laterSlot(cell, true) ?? extendingSlot(this.format, cell.slot.id);
    if (!slot) return this.#refuse('nowhere-to-extend');
    return this.#add(slot, { links: [{ to: cell.ref, stance: 'supports' }] });
  }

  kick(cell = this.cell): boolean {
    if (!cell) return false;
    const slot = this.#laterSlot(cell, true) ?? extendingSlot(this.format, cell.slot.id);
    if (!slot) return this.#refuse('nowhere-to-kick');
    return this.#add(slot, { links: [{ to: cell.ref, stance: 'concedes' }] });
  }

  /** Once to pick a cell up, then on another to answer that with it. */
  crossApply(cell = this.cell): boolean {
    if (!cell) return false;
    const { picked } = this;
    if (!picked || picked.ref === cell.ref) {
      this.picked = picked ? null : cell;
      this.#changed();
      if (this.picked) this.#records.around.say('picked');
      return true;
    }
    const slot = this.#laterSlot(cell, false) ?? answeringSlot(this.format, cell.slot.id);
    if (!slot) return this.#refuse('nowhere-to-answer');
    this.picked = null;
    const links = [linkUnder(this.format, slot, cell), { to: picked.ref, stance: 'supports' as const }];
    return this.#add(slot, { links, body: this.#records.around.seeing(picked.point.body ?? '') });
  }

  /** Lets an answer answer the next argument, too, or no more. */
  group(cell = this.cell): boolean {
    if (!cell?.parent) return this.#refuse('no-answer');
    if (!this.#records.isMine(cell)) return this.#refuse('not-yours-to-group');
    const column = this.sheet.columns.indexOf(cell.parent.slot);
    const stack = this.sheet.lines.flatMap(({ cells }) => cells[column] ?? []);
    const known = new Set(cell.also.map(({ to }) => to));
    const after = stack.slice(stack.indexOf(cell.parent) + 1);
    const other = after.find(({ ref }) => !known.has(ref));
    if (!other) return this.#refuse('none-to-group');
    this.#records.act([this.#records.rewritten(cell, groupedWith(cell.entry.value, other.ref))]);
    return true;
  }

  mark(mark: Mark, cell = this.cell): boolean {
    if (!cell) return false;
    if (!this.#records.isMine(cell)) return this.#refuse('not-yours-to-mark');
    this.#records.act([this.#records.rewritten(cell, markedWith(cell.entry.value, mark))]);
    return true;
  }

  /** Takes one's own cell back, or strikes a partner's; a second time lets a struck one stand again. */
  strike(cell = this.cell): boolean {
    if (!cell) return false;
    if (!this.mayChange(cell)) return this.#refuse('not-yours-to-strike');
    this.#records.act([this.#records.changeOf(cell, { struck: !cell.isStruck })]);
    return true;
  }

  /** To the next speech, or another argument: an answer under another, a whole argument up or down its sheet. */
  move(down: number, right: number, cell = this.cell): boolean {
    if (!cell) return false;
    if (!this.mayChange(cell)) return this.#refuse('not-yours-to-move');
    const moved = right === 0 ? this.#movedDown(cell, down) : this.#movedRight(cell, right);
    if (!moved) return this.#refuse('nowhere-further');
    this.#records.act([this.#records.changeOf(cell, { moved })]);
    this.#follow(cell.ref);
    return true;
  }

  moveToSheet(sheet: string, cell = this.cell): boolean {
    if (!cell) return false;
    if (!this.mayChange(cell)) return this.#refuse('not-yours-to-move');
    this.#records.act([this.#records.changeOf(cell, { moved: { sheet, under: null } })]);
    this.sheetName = sheet;
    this.#follow(cell.ref);
    return true;
  }

  /** The cell goes to the sheet after this one, or before it, and the cursor with it. */
  moveBySheet(by: 1 | -1): boolean {
    const to = this.#sheetBeside(by);
    if (to === this.sheetName) return this.#refuse('no-other-sheet');
    return this.moveToSheet(to);
  }

  /** Says what was prepared: the words go to everyone, in the speech they were prepared for. */
  sayIt(cell = this.cell): boolean {
    if (!cell?.isPrep) return this.#refuse('not-prep');
    if (!this.#records.around.hasBegun(cell.slot.id)) return this.#refuse('not-begun');
    const value: Point = { ...cell.point, at: this.#records.now() };
    this.#records.act([{ place: 'room', id: cell.entry.id, value, before: undefined }]);
    return true;
  }

  undo(): boolean {
    return this.#records.undo() || this.#refuse('none-to-undo');
  }

  mayChange(cell: FlowCell): boolean {
    return this.#records.mayChange(cell);
  }

  placeFor(slot: Slot): Place {
    return this.#records.placeFor(slot);
  }

  /** The speech that is on, where it is later than this cell and of the wanted bench. */
  #laterSlot({ slot }: FlowCell, isOwn: boolean): Slot | undefined {
    const { format, clocks } = this.#records.around;
    const { current } = clocks;
    if (current?.kind !== 'speech' || format.slots.indexOf(current) <= format.slots.indexOf(slot))
      return undefined;
    return (benchOf(format, current) === benchOf(format, slot)) === isOwn ? current : undefined;
  }

  #sheetBeside(by: 1 | -1): string {
    const names = this.sheetNames;
    const at = names.indexOf(this.sheetName) + by;
    return names[(at + names.length) % names.length] ?? this.sheetName;
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

  #beginPoint(slot: Slot, rest: { links?: Link[] }): boolean {
    const id = newRecordId();
    const participant = this.#records.around.me;
    const ref = refOf(participant, id);
    const cell = { speech: slot.id, sheet: this.sheetName, body: '', ...rest };
    const entry: Entry<Point> = { ref, participant, id, value: newPoint(cell, this.#records.now()) };
    this.#records.begin(entry, slot);
    this.#before = { value: undefined };
    this.editing = { ref, isNew: true, text: '' };
    this.#follow(ref);
    return true;
  }

  /** Adds a cell that needs no words of its own. */
  #add(slot: Slot, { body, ...rest }: Partial<Point>): boolean {
    const id = newRecordId();
    const { body: _, ...bare } = newPoint(
      { speech: slot.id, sheet: this.sheetName, body: '' },
      this.#records.now(),
    );
    const value: Point = { ...bare, ...rest, ...(body ? { body } : {}) };
    this.#records.act([{ place: this.#records.placeFor(slot), id, value, before: undefined }]);
    this.#follow(refOf(this.#records.around.me, id));
    return true;
  }

  #follow(ref: Ref): void {
    this.cursor = spotOf(this.sheet, ref) ?? this.cursor;
    this.#changed();
  }

  #refuse(why: Said): boolean {
    this.#records.around.say(why);
    return false;
  }

  #changed(): void {
    this.#version++;
    for (const listener of [...this.#listeners]) listener();
  }
}
