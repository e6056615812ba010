// The presets are the formats that debaters know, and one's own must not contradict itself.

import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { answeringSlot, type Format, formatSchema, lastObliged } from './format.ts';
import { formatChoice, formatOf, type PresetId, presetIds } from './presets.ts';

/** In the order of the round: a speech as whose it is and its minutes, questions as `?` and theirs. */
const courseOf = ({ slots }: Format) =>
  slots.map(({ kind, side, seconds }) => `${kind === 'speech' ? side : '?'} ${seconds / 60}`).join(', ');
const owes = ({ slots }: Format) =>
  Object.fromEntries(slots.filter(({ answers }) => answers).map(({ id, answers }) => [id, answers]));

const presets: [PresetId, course: string, prep: number][] = [
  ['policy-nsda', 'aff 8, ? 3, neg 8, ? 3, aff 8, ? 3, neg 8, ? 3, neg 5, aff 5, neg 5, aff 5', 8],
  ['policy-college', 'aff 9, ? 3, neg 9, ? 3, aff 9, ? 3, neg 9, ? 3, neg 6, aff 6, neg 6, aff 6', 10],
  ['lincoln-douglas', 'aff 6, ? 3, neg 7, ? 3, aff 4, neg 6, aff 3', 4],
  ['public-forum', 'pro 4, con 4, ? 3, pro 4, con 4, ? 3, pro 3, con 3, ? 3, pro 2, con 2', 3],
  ['british-parliamentary', 'og 7, oo 7, og 7, oo 7, cg 7, co 7, cg 7, co 7', 0],
  // The replies are the opposition's first, and the proposition speaks last.
  ['world-schools', 'prop 8, opp 8, prop 8, opp 8, prop 8, opp 8, opp 4, prop 4', 0],
];

describe('presets', () => {
  it.each(presets)('%s has its speeches, questions and times: %s', (preset, course, prep) => {
    const format = formatOf({ preset });
    expect(courseOf(format)).toBe(course);
    expect(format.prepSeconds).toBe(prep * 60);
  });

  it.each(presetIds)('%s is a format that one could bring oneself', (preset) => {
    expect(v.safeParse(formatSchema, formatOf({ preset })).issues).toBeUndefined();
  });

  const policy = {
    '1NC': ['1AC'],
    '2AC': ['1NC'],
    '2NC': ['2AC'],
    '1NR': ['2AC'],
    '1AR': ['2NC', '1NR'],
    '2NR': ['1AR'],
    '2AR': ['2NR'],
  };
  const duties: [PresetId, Record<string, string[]>][] = [
    ['policy-nsda', policy],
    ['policy-college', policy],
    ['lincoln-douglas', { NC: ['AC'], '1AR': ['NC'], NR: ['1AR'], '2AR': ['NR'] }],
    [
      'public-forum',
      {
        'rebuttal-1': ['constructive-2'],
        'rebuttal-2': ['constructive-1'],
        'summary-1': ['rebuttal-2'],
        'summary-2': ['summary-1'],
      },
    ],
    ['british-parliamentary', {}],
    ['world-schools', {}],
  ];
  it.each(duties)('%s says which speech must answer which', (preset, expected) => {
    expect(owes(formatOf({ preset }))).toEqual(expected);
  });

  it('the negative block is one: the 2AC is dropped only after the 1NR', () => {
    expect(lastObliged(formatOf({ preset: 'policy-nsda' }), '2AC')?.id).toBe('1NR');
  });

  it('Public Forum: the side that the toss put first speaks first throughout', () => {
    const format = formatOf({ preset: 'public-forum', first: 'con' });
    expect(format.slots.filter(({ kind }) => kind === 'speech').map(({ name }) => name)).toEqual([
      'Con constructive',
      'Pro constructive',
      'Con rebuttal',
      'Pro rebuttal',
      'Con summary',
      'Pro summary',
      'Con focus',
      'Pro focus',
    ]);
  });

  it('Public Forum: the first rebuttal is owed an answer only where the room says so', () => {
    const plain = formatOf({ preset: 'public-forum' });
    const strict = formatOf({ preset: 'public-forum', secondRebuttalAnswersFirst: true });
    expect([plain, strict].map((format) => lastObliged(format, 'rebuttal-1')?.id)).toEqual([
      undefined,
      'rebuttal-2',
    ]);
  });
});

test('an answer goes to the first speech obliged, else to the first of the other bench', () => {
  const forum = formatOf({ preset: 'public-forum' });
  expect(answeringSlot(forum, 'constructive-1')?.id).toBe('rebuttal-2');
  expect(answeringSlot(forum, 'rebuttal-1')?.id).toBe('rebuttal-2');
  expect(answeringSlot(forum, 'focus-2')).toBeUndefined();
});

describe('one’s own format', () => {
  const own: Format = {
    name: 'Short round',
    sides: [
      { id: 'a', name: 'A', bench: 'for' },
      { id: 'b', name: 'B', bench: 'against' },
    ],
    prepSeconds: 0,
    slots: [
      { id: 'a1', name: 'A1', kind: 'speech', side: 'a', seconds: 60 },
      { id: 'b1', name: 'B1', kind: 'speech', side: 'b', seconds: 60, answers: ['a1'] },
    ],
    sheets: [{ name: 'Case', of: 'speech' }],
  };
  const [a1, b1] = own.slots as [Format['slots'][number], Format['slots'][number]];

  it('is kept as it was given', () => {
    expect(v.parse(formatChoice, { own })).toEqual({ own });
  });

  it.each<[string, Format]>([
    ['answers a later speech', { ...own, slots: [{ ...a1, answers: ['b1'] }, b1] }],
    ['answers its own bench', { ...own, slots: [a1, { ...b1, side: 'a' }] }],
    ['answers what is not there', { ...own, slots: [a1, { ...b1, answers: ['c1'] }] }],
    ['has a speech of nobody', { ...own, slots: [a1, { ...b1, side: 'c', answers: [] }] }],
    [
      'has a speech of neither side',
      { ...own, slots: [{ id: 'x', name: 'X', kind: 'speech', seconds: 60 }] },
    ],
    ['has two speeches of one name', { ...own, slots: [a1, { ...b1, id: 'a1', answers: [] }] }],
    ['has one side', { ...own, sides: own.sides.slice(0, 1) }],
  ])('is refused where it %s', (_, format) => {
    expect(v.safeParse(formatSchema, format).success).toBe(false);
  });
});
