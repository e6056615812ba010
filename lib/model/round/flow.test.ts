// The flow is a pure view: answers stand across from what they answer, drops follow the format, partners' changes count
// within their side.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, type Link, type Point, partsOf, type Ref, type Revision } from '../record.ts';
import { cellsIn, type FlowSheet, type FlowSource, flowOf } from './flow.ts';
import { formatOf } from './presets.ts';
import { revisionsOf } from './revision.ts';

const forum = formatOf({ preset: 'public-forum' });
const sides: Record<string, string> = { ann: 'pro', abe: 'pro', con: 'con' };
const [c1, c2, r1, r2, s1, s2] = [
  'constructive-1',
  'constructive-2',
  'rebuttal-1',
  'rebuttal-2',
  'summary-1',
  'summary-2',
] as const;

const time = (seconds: number) => new Date(Date.parse('2026-03-01T10:00:00Z') + seconds * 1000).toISOString();
let seq = 0;
type Said = { speech: string; to?: Ref; stance?: Link['stance']; also?: Ref[] } & Partial<
  Omit<Point, 'links'>
>;
function said(ref: Ref, { to, stance = 'rebuts', also = [], ...rest }: Said): Entry<Point> {
  seq++;
  const links = to ? [to, ...also].map((one) => ({ to: one, stance })) : undefined;
  const value: Point = {
    type: 'point',
    kind: 'claim',
    at: time(seq),
    body: ref,
    ...(links ? { links } : {}),
    ...rest,
  };
  return { ref, ...partsOf(ref), value, seq, createdAt: time(seq), acceptedAt: time(seq) };
}
function revise(ref: Ref, change: Omit<Revision, 'type' | 'at'>): Entry {
  seq++;
  return {
    ref,
    ...partsOf(ref),
    value: { type: 'revision', at: time(seq), ...change },
    seq,
    createdAt: time(seq),
    acceptedAt: time(seq),
  };
}

type Around = Partial<FlowSource> & { ended?: string[]; prep?: Ref[]; revised?: Entry[] };
function flow(
  entries: Entry<Point>[],
  { ended = [], prep = [], revised = [], ...around }: Around = {},
  format = forum,
) {
  return flowOf(
    {
      points: entries.map((entry) => ({ entry, isPrep: prep.includes(entry.ref) })),
      revisions: revisionsOf(revised),
      sideOf: (participant) => sides[participant],
      isHidden: () => false,
      hasEnded: (slotId) => ended.includes(slotId),
      ...around,
    },
    format,
  );
}
/** A sheet as lines of refs. */
const drawn = ({ lines }: FlowSheet | { lines: FlowSheet['lines'] } = { lines: [] }) =>
  lines.map(({ cells }) =>
    cells
      .map((cell) => cell?.ref ?? '')
      .join('|')
      .replace(/\|+$/, ''),
  );
const dropped = (sheets: FlowSheet[]) =>
  cellsIn(sheets)
    .filter(({ isDropped }) => isDropped)
    .map(({ ref }) => ref);

describe('where points stand', () => {
  it('answers stand across, further answers on lines of their own', () => {
    const sheets = flow([
      said('ann/a', { speech: c1, sheet: 'Pro case' }),
      said('con/x', { speech: r2, to: 'ann/a' }),
      said('con/y', { speech: r2, to: 'ann/a' }),
      said('ann/b', { speech: s1, to: 'con/x' }),
      said('ann/c', { speech: s1, to: 'con/y' }),
      said('ann/d', { speech: c1, sheet: 'Pro case' }),
    ]);
    expect(drawn(sheets[0])).toEqual(['ann/a|||con/x|ann/b', '|||con/y|ann/c', 'ann/d']);
    expect(sheets[0]?.lines.map(({ isFirst }) => isFirst)).toEqual([true, false, true]);
  });

  it('never puts one point over another or under a column it does not belong to', () => {
    const links = fc.array(
      fc.tuple(fc.nat(30), fc.constantFrom(...forum.slots.map(({ id }) => id)), fc.boolean()),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(links, (rows) => {
        const entries = rows.map(([to, speech, isRoot], i) =>
          said(`ann/p${i}`, { speech, ...(isRoot ? {} : { to: `ann/p${to}` as Ref }) }),
        );
        const sheets = flow(entries);
        const cells = cellsIn(sheets);
        expect(new Set(cells.map(({ ref }) => ref)).size).toBe(entries.length);
        expect(cells.length).toBe(entries.length);
        for (const { columns, lines } of sheets)
          for (const line of lines)
            line.cells.forEach((cell, i) => {
              if (cell) expect(cell.slot).toBe(columns[i]);
            });
      }),
    );
  });

  it('keeps questions on a sheet of their own, and what it cannot place as an argument of its own', () => {
    const sheets = flow([
      said('ann/a', { speech: c1, sheet: 'Topicality' }),
      said('con/q', { speech: 'crossfire-1' }),
      said('con/early', { speech: c2, to: 'ann/later' }),
      said('ann/later', { speech: r1 }),
      said('ann/elsewhere', { speech: '1AC' }),
    ]);
    expect(sheets.map(({ name, size }) => [name, size])).toEqual([
      ['Pro case', 2],
      ['Con case', 0],
      ['Crossfire', 1],
      ['Topicality', 1],
    ]);
  });

  it('keeps what was taken back only while something answers it, and leaves out what is hidden', () => {
    const gone = said('ann/a', { speech: c1, withdrawn: true });
    expect(flow([gone])[0]?.size).toBe(0);
    expect(flow([gone, said('con/x', { speech: r2, to: 'ann/a' })])[0]?.size).toBe(1);
    expect(flow([said('ann/b', { speech: c1 })], { isHidden: () => true })[0]?.size).toBe(0);
  });

  it('stands where someone put it', () => {
    const [a, b] = [said('ann/a', { speech: c1 }), said('ann/b', { speech: c1, row: 0 })];
    expect(drawn(flow([a, b])[0])).toEqual(['ann/b', 'ann/a']);
  });
});

describe('dropped', () => {
  const argument = said('ann/a', { speech: c1 });
  const rebuttal = said('ann/r', { speech: r1 });

  it('is what the last speech obliged to answer has left without an answer', () => {
    expect(dropped(flow([argument], { ended: [c1, c2, r1] }))).toEqual([]);
    expect(dropped(flow([argument], { ended: [c1, c2, r1, r2] }))).toEqual(['ann/a']);
  });

  it('is nothing that was answered, grouped answers included', () => {
    const other = said('ann/b', { speech: c1 });
    const answer = said('con/x', { speech: r2, to: 'ann/a', also: ['ann/b'] });
    expect(dropped(flow([argument, other, answer], { ended: [r2] }))).toEqual([]);
  });

  it('is not saved by an extension of one’s own, by prep, or by what was taken back or struck', () => {
    const ended = [r2];
    const own = said('ann/e', { speech: s1, to: 'ann/a', stance: 'supports' });
    const answer = said('con/x', { speech: r2, to: 'ann/a' });
    expect(dropped(flow([argument, own], { ended }))).toEqual(['ann/a']);
    expect(dropped(flow([argument, answer], { ended, prep: ['con/x'] }))).toEqual(['ann/a']);
    const taken = { ...answer, value: { ...answer.value, withdrawn: true as const } };
    expect(dropped(flow([argument, taken], { ended }))).toEqual(['ann/a']);
  });

  it('is nothing where the format obliges nobody', () => {
    const all = forum.slots.map(({ id }) => id);
    expect(dropped(flow([rebuttal], { ended: all }))).toEqual([]);
    const strict = formatOf({ preset: 'public-forum', secondRebuttalAnswersFirst: true });
    expect(dropped(flow([rebuttal], { ended: [r2] }, strict))).toEqual(['ann/r']);
    const parliament = formatOf({ preset: 'british-parliamentary' });
    const ended = parliament.slots.map(({ id }) => id);
    expect(dropped(flow([said('ann/p', { speech: 'PM' })], { ended }, parliament))).toEqual([]);
  });

  it('is nothing that its own side gave up', () => {
    const kick = said('ann/k', { speech: s1, to: 'ann/a', stance: 'concedes' });
    const sheets = flow([argument, kick], { ended: [r2, s1, s2] });
    expect(dropped(sheets)).toEqual([]);
    expect(cellsIn(sheets).map(({ ref, isKicked, relation }) => [ref, isKicked, relation])).toEqual([
      ['ann/a', true, 'argues'],
      ['ann/k', false, 'kicks'],
    ]);
  });

  it('in Policy, either speech of the block answers the 2AC', () => {
    const policy = formatOf({ preset: 'policy-nsda' });
    const points = [said('ann/2ac', { speech: '2AC' }), said('con/1nr', { speech: '1NR', to: 'ann/2ac' })];
    expect(dropped(flow(points.slice(0, 1), { ended: ['2NC'] }, policy))).toEqual([]);
    expect(dropped(flow(points.slice(0, 1), { ended: ['2NC', '1NR'] }, policy))).toEqual(['ann/2ac']);
    expect(dropped(flow(points, { ended: ['2NC', '1NR'] }, policy))).toEqual([]);
  });
});

describe('partners', () => {
  const cell = (sheets: FlowSheet[], ref: Ref) => cellsIn(sheets).find((one) => one.ref === ref);

  it('reword, move and strike what is their side’s; the original stays under its author’s name', () => {
    const entry = said('ann/a', { speech: c1, body: 'First words' });
    const changes = [
      revise('abe/r1', { of: 'ann/a', body: 'Better words' }),
      revise('abe/r2', { of: 'ann/a', moved: { sheet: 'Con case' } }),
      revise('abe/r3', { of: 'ann/a', struck: true }),
    ];
    const sheets = flow([entry], { revised: changes });
    expect(cell(sheets, 'ann/a')).toMatchObject({
      point: { body: 'Better words', sheet: 'Con case' },
      entry: { participant: 'ann', value: { body: 'First words' } },
      editors: ['abe'],
      isStruck: true,
    });
    expect(sheets[1]?.size).toBe(1);
  });

  it('change nothing of the other side’s', () => {
    const entry = said('ann/a', { speech: c1, body: 'First words' });
    const sheets = flow([entry], { revised: [revise('con/r', { of: 'ann/a', body: 'Worse words' })] });
    expect(cell(sheets, 'ann/a')).toMatchObject({ point: { body: 'First words' }, editors: [] });
  });

  it('give way to what the author writes afterwards, and take a change back by another', () => {
    const change = revise('abe/r', { of: 'ann/a', body: 'Better words' });
    const later = said('ann/a', { speech: c1, body: 'Best words' });
    expect(cell(flow([later], { revised: [change] }), 'ann/a')?.point.body).toBe('Best words');
    const undone = revise('abe/r2', { of: 'ann/a' });
    expect(cell(flow([later], { revised: [undone] }), 'ann/a')?.editors).toEqual([]);
  });

  it('put an answer under another argument', () => {
    const entries = [
      said('con/x', { speech: c1 }),
      said('con/y', { speech: c1 }),
      said('ann/a', { speech: r2, to: 'con/x' }),
    ];
    const moved = revise('abe/r', { of: 'ann/a', moved: { under: 'con/y' } });
    expect(drawn(flow(entries, { revised: [moved] })[0])).toEqual(['con/x', 'con/y|||ann/a']);
  });
});
