// [U44] What a filter leaves of a discussion, in every format: no file names a note that is not in it, and each report
// counts the links that are left out for that.

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { filteredEntries, noFilter } from '#lib/model/threads/filter.ts';
import { sentenceOf } from '#lib/words/said.ts';
import type { Discussion } from './discussion.ts';
import { bytesOf, entry, point, someDiscussion, textFrom, toldBy } from './fixture.ts';
import { formatOf, formats, readAnnotations } from './formats.ts';

const [ada, bea, chi, pro] = ['ada-00000001', 'bea-00000002', 'chi-00000003', 'pro-00000004'];

// Of two threads the filter lets the first through. What was said in it also answers the second, and attacks a step to it.
const boats = entry(ada, 'boats', point({ kind: 'claim', body: 'Boats are kind.' }));
const trains = entry(bea, 'trains', point({ kind: 'claim', body: 'Trains are kinder.' }));
const both = entry(
  chi,
  'both',
  point({
    links: [
      { to: boats.ref, stance: 'supports' },
      { to: trains.ref, stance: 'rebuts' },
      { to: 'reading', stance: 'supports' },
    ],
    body: 'A boat needs no rails.',
  }),
);
const step = entry(
  bea,
  'step',
  point({ links: [{ to: both.ref, stance: 'undercuts', on: trains.ref }], body: 'Rails do no harm.' }),
);
const rude = entry(ada, 'rude', point({ links: [{ to: both.ref, stance: 'rebuts' }], body: 'Rude.' }));
const asks = entry(
  bea,
  'asks',
  point({
    kind: 'question',
    links: [
      { to: rude.ref, stance: 'asks' },
      { to: trains.ref, stance: 'asks' },
      { to: boats.ref, stance: 'qualifies' },
    ],
    body: 'Why so?',
  }),
);
const hides = entry(pro, 'hides', {
  type: 'ruling',
  act: 'hide',
  of: rude.ref,
  at: '2025-01-01T00:00:00.000Z',
});
const all = [boats, trains, both, step, rude, asks, hides];

function narrowed(entries = all): Discussion {
  const looking = { me: ada, isUnread: () => false };
  const { entries: left, leftOut } = filteredEntries(entries, { ...noFilter, words: 'boats' }, looking);
  return { ...someDiscussion([...left]), leftOut };
}

async function written(id: string, discussion = narrowed()) {
  const made = formatOf(id)?.write(discussion);
  if (!made) throw new Error(`there is no format ${id}`);
  return { ...made, lost: made.report.map((said) => sentenceOf('en', said)) };
}

const textOf = async (id: string, discussion = narrowed()) => textFrom((await written(id, discussion)).parts);
const foundIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** What a file calls its notes, and what it names: every name must be one of those. */
const names: [id: string, of: (text: string) => { called: string[]; named: string[] }][] = [
  [
    'csv',
    (text) => {
      const rows = text.split('\r\n').slice(1, -1);
      const called = rows.map((row) => row.split(',')[1] ?? '');
      return { called, named: foundIn(rows.join('\n').replaceAll(',', ' , '), /([a-z]{3}-\d{8}\/[\w-]+)/g) };
    },
  ],
  [
    'w3c',
    (text) => ({
      called: (JSON.parse(text) as { items: { id: string }[] }).items.map(({ id }) => id),
      named: foundIn(text, /"(https:[^"]*\/annotations\/[^"?]+)"/g),
    }),
  ],
  [
    'hypothesis',
    (text) => {
      const { annotations } = JSON.parse(text) as { annotations: { id: string; references?: string[] }[] };
      return {
        called: annotations.map(({ id }) => id),
        named: annotations.flatMap(({ references = [] }) => references),
      };
    },
  ],
  [
    'aif',
    (text) => {
      const { nodes, edges } = JSON.parse(text) as {
        nodes: { nodeID: string }[];
        edges: { fromID: string; toID: string }[];
      };
      return {
        called: nodes.map(({ nodeID }) => nodeID),
        named: edges.flatMap(({ fromID, toID }) => [fromID, toID]),
      };
    },
  ],
  [
    'argdown',
    (text) => ({
      called: foundIn(text, /^\s*(?:[+_-] )?[[<]([\d.]+)[\]>]:/gm),
      named: [
        ...foundIn(text, /^\s*[+_-] [[<]([\d.]+)[\]>]/gm),
        ...foundIn(text, /answers: "([^"]*)"/g),
        ...foundIn(text, /stepTo: "([^"]*)"/g),
      ],
    }),
  ],
  [
    'kialo',
    (text) => ({ called: foundIn(text, /^([\d.]+)\. /gm), named: foundIn(text, /See ([\d.]+)\.$/gm) }),
  ],
  ['html', (text) => ({ called: foundIn(text, / id="([^"]*)"/g), named: foundIn(text, /href="#([^"]*)"/g) })],
];

describe('[U44] of a discussion that a filter narrowed', () => {
  it.each(names)('%s names no note that it does not hold', async (id, of) => {
    const text = await textOf(id);
    const { called, named } = of(text);
    expect(called.length).toBeGreaterThan(4);
    expect(named.filter((name) => !called.includes(name))).toEqual([]);
    // What it would look like if it did: of the whole discussion the same note is named.
    if (id === 'csv' || id === 'w3c')
      expect(of(await textOf(id, someDiscussion(all))).named.join()).toContain('trains');
    expect(text).not.toMatch(/trains|Trains/);
  });

  it('Word and the digest name none either', async () => {
    const files = unzipSync(await bytesOf((await written('word')).parts));
    const word = Object.entries(files).map(([name, bytes]) =>
      name.endsWith('.xml') ? strFromU8(bytes) : '',
    );
    expect(word.join()).toContain('A boat needs no rails.');
    for (const text of [word.join(), await textOf('markdown')]) expect(text).not.toMatch(/trains|Trains/);
  });

  it('every report counts the links to what the filter leaves out, in both languages', async () => {
    const count = 3;
    for (const { id, isWhole } of formats) {
      if (isWhole) continue;
      const { report } = await written(id);
      expect(report, id).toContainEqual({ key: 'lost.links.filtered', values: { count } });
      expect(
        report.map(({ key }) => key),
        id,
      ).not.toContain('lost.links.absent');
    }
    const said = { key: 'lost.links.filtered', values: { count: 1 } } as const;
    expect([sentenceOf('en', said), sentenceOf('de', said)]).toEqual([
      '1 link to a note that the filter leaves out is not carried.',
      '1 Verknüpfung mit einer Anmerkung, die der Filter auslässt, wird nicht übernommen.',
    ]);
  });

  it('a link that is left out is counted once, not also as one for which a format has no place', async () => {
    // Left are the one to the reading and the one to boats.
    for (const id of ['word', 'html', 'markdown', 'hypothesis'])
      expect((await written(id)).lost.join(' '), id).toMatch(/2 further links are not carried/);
  });

  it('nothing is said of links where none is left out', async () => {
    for (const { id } of formats) {
      const keys = (await written(id, someDiscussion(all))).report.map(({ key }) => key);
      expect(
        keys.filter((key) => /filtered|absent/.test(key)),
        id,
      ).toEqual([]);
    }
  });

  it.each(['csv', 'w3c', 'aif', 'argdown', 'kialo'])(
    'what %s brings in again keeps its other links, and loses none more',
    async (id) => {
      const { told, report } = toldBy(
        readAnnotations(await textOf(id), id, { text: '', readingUrl: someDiscussion().reading.url }),
      );
      const answers = new Map(told.map(({ body, answers: to }) => [body, to]));
      expect(answers.get('A boat needs no rails.')).toEqual([
        'supports Boats are kind.',
        'supports the reading',
      ]);
      expect(answers.get('Rails do no harm.')).toEqual(['undercuts A boat needs no rails.']);
      expect(report.join(' ')).not.toMatch(/trains/);
    },
  );

  it('AIF attacks no other step for the one that is not there', async () => {
    const { edges } = JSON.parse(await textOf('aif')) as { edges: { fromID: string; toID: string }[] };
    const targets = edges.filter(({ fromID }) => fromID.startsWith('CA')).map(({ toID }) => toID);
    // Its own point, which others answer by steps of their own.
    expect(targets).toContain('2');
    expect(targets.filter((target) => target.startsWith('RA'))).toEqual([]);
  });
});

it('a link to a note that was taken back is told of apart from the filter’s', async () => {
  const back = entry(bea, 'back', point({ withdrawn: true }));
  const links = [
    { to: boats.ref, stance: 'supports' as const },
    { to: back.ref, stance: 'rebuts' as const },
  ];
  const late = entry(chi, 'late', point({ links, body: 'Still.' }));
  const { report, parts } = await written('csv', someDiscussion([boats, back, late]));
  expect(report).toContainEqual({ key: 'lost.links.absent', values: { count: 1 } });
  expect(await textFrom(parts)).not.toContain(back.ref);
});

it('a file of web annotations tells of a note that may not be seen, which others answer', async () => {
  const reply = entry(
    bea,
    'reply',
    point({ links: [{ to: `${ada}/unseen`, stance: 'rebuts' }], body: 'No.' }),
  );
  const { items } = JSON.parse(await textOf('w3c', someDiscussion([reply]))) as {
    items: { id: string; hidden?: true; target: string }[];
  };
  expect(items.map(({ hidden }) => hidden)).toEqual([true, undefined]);
  expect(items[1]?.target).toBe(items[0]?.id);
});
