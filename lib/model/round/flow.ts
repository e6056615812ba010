// Points and a format → the flow: sheets, a column a speech, and lines on which answers stand across from what they
// answer. Each place of a line holds one point at most. Pure, so that every screen lays the same points out alike.

import {
  type Entry,
  type Link,
  type ParticipantId,
  type Point,
  parentOf,
  type Ref,
  type Revision,
} from '../record.ts';
import { inOrder } from '../threads/thread.ts';
import { benchOf, columnsOf, type Format, lastObliged, type Slot, slotOf } from './format.ts';
import { revised } from './revision.ts';

/** What a cell does to the one that it stands under. */
export type Relation = 'argues' | 'answers' | 'extends' | 'kicks';

export type FlowCell = {
  ref: Ref;
  entry: Entry<Point>;
  /** As it counts here: the author's words with the side's changes. */
  point: Point;
  slot: Slot;
  editors: readonly ParticipantId[];
  isStruck: boolean;
  /** Not said yet: seen by its side only. */
  isPrep: boolean;
  relation: Relation;
  /** What it answers on this sheet; undefined for an argument of its own. */
  parent: FlowCell | undefined;
  /** Further points that it answers with the same words. */
  also: readonly Link[];
  /** The last speech obliged to answer it has ended, and nothing answers it. */
  isDropped: boolean;
  /** Its own side gave it up. */
  isKicked: boolean;
};

/** `cells[i]` stands in column i. The first line of an argument is where its first point stands. */
export type FlowLine = {
  key: string;
  argument: Ref;
  isFirst: boolean;
  cells: readonly (FlowCell | undefined)[];
};

export type FlowSheet = { name: string; columns: readonly Slot[]; lines: readonly FlowLine[]; size: number };

export type FlowSource = {
  points: Iterable<{ entry: Entry<Point>; isPrep: boolean }>;
  revisions: ReadonlyMap<Ref, readonly Entry<Revision>[]>;
  /** Whose side someone is on. */
  sideOf: (participant: ParticipantId) => string | null | undefined;
  isHidden: (ref: Ref) => boolean;
  hasEnded: (slotId: string) => boolean;
};

/** Lays out what was said. Points without a speech of this format are not on the flow. */
export function flowOf(source: FlowSource, format: Format): FlowSheet[] {
  const cells = cellsOf(source, format);
  const roots = cells.filter((cell) => !cell.parent);
  const answers = Map.groupBy(
    cells.filter((cell) => cell.parent),
    (cell) => cell.parent,
  );
  judge(cells, source, format);
  const onSheet = Map.groupBy(roots, (root) => sheetOf(root, format));
  return sheetsOf(format, roots).map(({ name, of }) => {
    const columns = columnsOf(format, of);
    const arguments_ = (onSheet.get(name) ?? []).sort(byRow);
    const lines = arguments_.flatMap((root) => linesOf(root, answers, columns));
    return { name, columns, lines, size: arguments_.length };
  });
}

/** Every cell of a flow, sheet by sheet, line by line. */
export function cellsIn(sheets: readonly FlowSheet[]): FlowCell[] {
  return sheets.flatMap(({ lines }) =>
    lines.flatMap(({ cells }) => cells.filter((cell) => cell !== undefined)),
  );
}

function cellsOf(source: FlowSource, format: Format): FlowCell[] {
  const cells = new Map<Ref, FlowCell>();
  const taken: FlowCell[] = [];
  const entries = [...source.points].sort((a, b) => inOrder(a.entry, b.entry));
  for (const { entry, isPrep } of entries) {
    const { point, editors, isStruck } = revised(entry, source.revisions.get(entry.ref), source.sideOf);
    const slot = slotOf(format, point.speech);
    if (!slot || source.isHidden(entry.ref)) continue;
    const cell = { ref: entry.ref, entry, point, slot, editors, isStruck, isPrep, ...alone };
    cells.set(entry.ref, cell);
    taken.push(cell);
  }
  for (const cell of taken) attach(cell, cells, format);
  const answered = new Set(taken.filter(({ point }) => !point.withdrawn).map(({ parent }) => parent?.ref));
  return taken.filter(({ ref, point }) => !point.withdrawn || answered.has(ref));
}

const alone = {
  relation: 'argues' as Relation,
  parent: undefined as FlowCell | undefined,
  also: [] as readonly Link[],
  isDropped: false,
  isKicked: false,
};

/** Finds what a cell stands under. An answer is said after what it answers, so nothing stands in a circle. */
function attach(cell: FlowCell, cells: ReadonlyMap<Ref, FlowCell>, format: Format): void {
  const above = parentOf(cell.point);
  const parent = above === undefined ? undefined : cells.get(above);
  const order = ({ slot }: FlowCell) => format.slots.indexOf(slot);
  if (!parent || parent.slot.kind !== cell.slot.kind || order(parent) >= order(cell)) return;
  const [first, ...also] = cell.point.links ?? [];
  cell.parent = parent;
  cell.also = also;
  cell.relation = relationOf(first, parent, cell, format);
}

function relationOf(link: Link | undefined, parent: FlowCell, cell: FlowCell, format: Format): Relation {
  if (link?.stance === 'concedes' && benchOf(format, parent.slot) === benchOf(format, cell.slot))
    return 'kicks';
  return link?.stance === 'supports' ? 'extends' : 'answers';
}

/** Marks what was dropped and what was kicked. Prep and struck cells answer nothing, and nobody owes them an answer. */
function judge(cells: readonly FlowCell[], { hasEnded }: FlowSource, format: Format): void {
  const isSaid = ({ isPrep, isStruck, point }: FlowCell) => !isPrep && !isStruck && !point.withdrawn;
  const byRef = new Map(cells.map((cell) => [cell.ref, cell]));
  const answered = new Set<Ref>();
  for (const cell of cells.filter(isSaid)) {
    for (const { to } of cell.point.links ?? []) {
      const target = to === 'reading' ? undefined : byRef.get(to);
      if (!target) continue;
      if (benchOf(format, target.slot) !== benchOf(format, cell.slot)) answered.add(target.ref);
      else if (cell.relation === 'kicks') target.isKicked = true;
    }
  }
  for (const cell of cells.filter(isSaid)) {
    const last = cell.relation === 'kicks' ? undefined : lastObliged(format, cell.slot.id);
    cell.isDropped = !!last && hasEnded(last.id) && !answered.has(cell.ref) && !cell.isKicked;
  }
}

/** The sheets of the format, then those that people have made, in the order in which they were begun. */
function sheetsOf(format: Format, roots: readonly FlowCell[]): Format['sheets'] {
  const known = new Map(format.sheets.map((sheet) => [sheet.name, sheet]));
  for (const root of roots) {
    const name = sheetOf(root, format);
    if (!known.has(name)) known.set(name, { name, of: root.slot.kind });
  }
  return [...known.values()];
}

/** A point of the wrong kind for the sheet it names stands on the first of its own kind. */
function sheetOf({ point, slot }: FlowCell, format: Format): string {
  const named = format.sheets.find(({ name }) => name === point.sheet);
  if (point.sheet && (named ? named.of === slot.kind : true)) return point.sheet;
  return format.sheets.find(({ of }) => of === slot.kind)?.name ?? slot.name;
}

/** The lines of one argument: each answer on the line of what it answers, or the next on which its way is free. */
function linesOf(
  root: FlowCell,
  answers: ReadonlyMap<FlowCell | undefined, readonly FlowCell[]>,
  columns: readonly Slot[],
): FlowLine[] {
  const grid: (FlowCell | undefined)[][] = [];
  const place = (cell: FlowCell, from: { line: number; column: number }): number => {
    const column = columns.indexOf(cell.slot);
    let line = from.line;
    while (grid[line]?.slice(from.column + 1, column + 1).some((taken) => taken)) line++;
    while (grid.length <= line) grid.push(columns.map(() => undefined));
    const row = grid[line];
    if (row) row[column] = cell;
    return line;
  };
  const waiting = [{ cell: root, from: { line: 0, column: -1 } }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const line = place(next.cell, next.from);
    const from = { line, column: columns.indexOf(next.cell.slot) };
    for (const cell of (answers.get(next.cell) ?? []).toReversed()) waiting.push({ cell, from });
  }
  return grid.map((cells, i) => ({ key: `${root.ref}#${i}`, argument: root.ref, isFirst: i === 0, cells }));
}

function byRow(a: FlowCell, b: FlowCell): number {
  return rowOf(a) - rowOf(b) || inOrder(a.entry, b.entry);
}

/** Where an argument stands down its sheet: where someone put it, else by when it was first accepted. */
export function rowOf({ point, entry }: FlowCell): number {
  return point.row ?? Date.parse(entry.createdAt ?? entry.value.at);
}
