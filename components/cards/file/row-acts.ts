// What can be done with a row of the file, for its menu and its keys: the acts by name, and what of the file a row stands for.

import { type Heading, levels, namesOf } from '#lib/model/card/file.ts';
import { depthOf, headingMoved, headingRenamed, upTo } from '#lib/model/card/file-headings.ts';
import type { Filing, Ref } from '#lib/model/record.ts';
import type { Slot } from '#lib/model/round/format.ts';
import type { Row } from './rows.ts';
import type { Items } from './use-items.ts';

type Acts = {
  step: (row: Row, by: -1 | 1) => void;
  send: (row: Row) => void;
  takeOut: (row: Row) => void;
  move: (row: Row) => void;
  rename: (key: string) => void;
  speech: Slot | null;
};

export function actsFor(row: Row, acts: Acts): { label: string; run: () => void }[] {
  const sending = acts.speech ? [{ label: `Send to ${acts.speech.name}`, run: () => acts.send(row) }] : [];
  const moves = [
    { label: 'Move up', run: () => acts.step(row, -1) },
    { label: 'Move down', run: () => acts.step(row, 1) },
  ];
  if (row.kind === 'heading')
    return row.heading
      ? [
          ...moves,
          ...(mayMove(row) ? [{ label: 'Move to…', run: () => acts.move(row) }] : []),
          { label: 'Rename', run: () => acts.rename(row.key) },
          ...sending,
        ]
      : sending;
  const filing = { label: row.filing ? 'Move to…' : 'File under…', run: () => acts.move(row) };
  if (!row.filing) return [filing, ...sending];
  return [...moves, filing, ...sending, { label: 'Take out of the file', run: () => acts.takeOut(row) }];
}

export function nameOf(row: Row, items: Items): string {
  return row.kind === 'heading' ? row.name : (items.of(row.of)?.words ?? 'this card');
}

/** The headings that something new is put under from a row. */
export function headingAt(row: Row): Heading {
  return (row.kind === 'heading' ? row.heading : row.filing && namesOf(row.filing)) ?? {};
}

/** The headings that a row stands under. */
export function headingAbove(row: Row): Heading {
  const own = headingAt(row);
  return row.kind === 'item' ? own : upTo(own, depthOf(own) - 1);
}

/** A pocket stands under nothing: it is only put before or after another. */
export function mayMove(row: Row): boolean {
  return row.kind === 'item' || (row.heading !== null && depthOf(row.heading) > 1);
}

/** On a heading of its own depth, or something under one, beside that; on one of less depth, into it. */
export function droppedHeading(
  filings: readonly Filing[],
  moved: Heading,
  target: Row,
  isAfter: boolean,
): Filing[] {
  const [depth, at] = [depthOf(moved), headingAt(target)];
  if (depthOf(at) === 0) return [];
  const heading = upTo(at, depth);
  if (depthOf(heading) < depth) return headingMoved(filings, moved, heading);
  const isItself = levels.every((level) => (heading[level] ?? '') === (moved[level] ?? ''));
  return isItself ? [] : headingMoved(filings, moved, heading, { heading, isAfter });
}

/** A card, or all that stands under a heading, in the order of the file. */
export function refsOf(row: Row, filings: readonly Filing[]): Ref[] {
  if (row.kind === 'item') return [row.of];
  const { heading } = row;
  if (!heading) return [];
  return headingRenamed(filings, heading, row.name).map(({ of }) => of);
}
