// What can be done with a row of the file, for its menu and its keys: the acts by name, and what of the file a row stands for.

import type { useTranslations } from 'use-intl/react';
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

type T = ReturnType<typeof useTranslations<'cards.file'>>;

export function actsFor(row: Row, acts: Acts, t: T): { label: string; run: () => void }[] {
  const sending = acts.speech
    ? [{ label: t('act.send', { speech: acts.speech.name }), run: () => acts.send(row) }]
    : [];
  const moves = [
    { label: t('act.up'), run: () => acts.step(row, -1) },
    { label: t('act.down'), run: () => acts.step(row, 1) },
  ];
  if (row.kind === 'heading')
    return row.heading
      ? [
          ...moves,
          ...(mayMove(row) ? [{ label: t('act.move'), run: () => acts.move(row) }] : []),
          { label: t('act.rename'), run: () => acts.rename(row.key) },
          ...sending,
        ]
      : sending;
  const filing = { label: row.filing ? t('act.move') : t('act.fileUnder'), run: () => acts.move(row) };
  if (!row.filing) return [filing, ...sending];
  return [...moves, filing, ...sending, { label: t('act.takeOut'), run: () => acts.takeOut(row) }];
}

/** Nothing for a card that is not to be seen any more. */
export function nameOf(row: Row, items: Items): string | undefined {
  return row.kind === 'heading' ? row.name : items.of(row.of)?.words;
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
