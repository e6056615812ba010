import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '#lib/words/said.ts';
import {
  anchorOn,
  entry,
  point,
  readingText,
  someDiscussion,
  type Told,
  textFrom,
  toldBy,
} from './fixture.ts';
import { formatOf, formats, readAnnotations } from './formats.ts';

const source = { text: readingText, readingUrl: someDiscussion().reading.url };
const words = (told: readonly Told[]) => told.map(({ body, quote }) => body || quote || '');

async function roundTrip(id: string, discussion = someDiscussion(), named: string | undefined = id) {
  const written = formatOf(id)?.write(discussion);
  if (!written) throw new Error(`there is no format ${id}`);
  const text = await textFrom(written.parts);
  const lost = written.report.map((said) => sentenceOf('en', said));
  return { text, lost, ...toldBy(readAnnotations(text, named, source)) };
}

const claimBody =
  '=Slower* is not worse.\n\n- It **leaves** time, [look](https://example.org/a(b)).\n- 1.5 hours: {fine} #ok';

/** What each format brings back of the same points, besides what all of them do. */
const whole = { tags: true, authors: true, times: true, kinds: true, citations: true };
const carried = [
  ['csv', { ...whole, links: true }],
  ['w3c', { ...whole, links: true }],
  // A note of Hypothesis answers one other.
  ['hypothesis', { ...whole, links: false }],
  ['aif', { ...whole, links: true }],
  ['argdown', { ...whole, links: true }],
  ['kialo', { tags: false, authors: false, times: false, kinds: false, citations: true, links: true }],
] as const;

describe.each(carried)('%s, out and in again', (id, keeps) => {
  const find = (told: readonly Told[], start: string) => {
    const found = told.find(({ body, quote }) => (body || quote || '').startsWith(start));
    if (!found) throw new Error(`nobody says ${start} but ${words(told).join(' | ')}`);
    return found;
  };

  it('keeps threads and stances', async () => {
    const { told } = await roundTrip(id);
    const claim = claimBody;
    expect(find(told, 'Not for').answers).toEqual([`rebuts ${claim}`]);
    const about = keeps.links ? ` about ${claim}` : '';
    expect(find(told, 'Who works').answers).toEqual([`undercuts Not for those who work.${about}`]);
    expect(find(told, 'Slower by').answers).toEqual([`asks ${claim}`]);
    expect(find(told, 'By enough').answers).toEqual(['qualifies Slower by how much?']);
    expect(find(told, '=Slower').answers).toEqual(['rebuts the reading']);
    const further = keeps.links ? ['concedes Not for those who work.'] : [];
    expect(find(told, 'The one who').answers).toEqual(['supports Who pays?', ...further]);
  });

  it('keeps words, passages and what is told of them, as far as the format can', async () => {
    const { told } = await roundTrip(id);
    expect(find(told, '=Slower')).toMatchObject({
      body: claimBody,
      quote: 'slower than a bridge',
      start: readingText.indexOf('slower than'),
      ...(keeps.tags && { tags: ['speed', 'what is time?'] }),
      ...(keeps.authors && { author: 'Ada Lovely' }),
      ...(keeps.kinds && { kind: 'claim' }),
    });
    expect(find(told, 'Who works')).toMatchObject({ quote: 'boat 🛥️ has' });
    expect(find(told, 'Not for')).toMatchObject(
      keeps.authors ? { author: 'Béa O’Hara' } : { quote: undefined },
    );
    expect(told).toContainEqual(
      expect.objectContaining({
        quote: 'kinder to a harbour',
        ...(keeps.kinds && { kind: 'highlight', body: '' }),
      }),
    );
    if (keeps.times) expect(find(told, '=Slower').at).toMatch(/^2025-01-01T00:0/);
  });

  it('shows nobody what was hidden or withdrawn', async () => {
    const { text } = await roundTrip(id);
    expect(text).not.toMatch(/rude word/);
  });

  it('is recognised by what it looks like', async () => {
    const { told } = await roundTrip(id, someDiscussion(), undefined);
    expect(words(told)).toContain('Who pays?');
  });
});

describe('the links of a note that has several', () => {
  const [ada, bea, chi] = ['ada-00000001', 'bea-00000002', 'chi-00000003'];
  const boats = entry(ada, 'boats', point({ kind: 'claim', body: 'Boats.' }));
  const kind = entry(bea, 'kind', point({ links: [{ to: boats.ref, stance: 'supports' }], body: 'Kind.' }));
  // It stands on its own, for all that it answers another.
  const slow = entry(
    chi,
    'slow',
    point({
      links: [
        { to: 'reading', stance: 'rebuts' },
        { to: boats.ref, stance: 'qualifies' },
      ],
      body: 'Slow.',
    }),
  );
  const why = entry(
    chi,
    'why',
    point({
      kind: 'question',
      links: [
        { to: slow.ref, stance: 'asks' },
        { to: boats.ref, stance: 'supports' },
        { to: kind.ref, stance: 'asks' },
      ],
      body: 'Why?',
    }),
  );
  const no = entry(
    ada,
    'no',
    point({
      links: [
        { to: slow.ref, stance: 'supports' },
        { to: kind.ref, stance: 'undercuts', on: boats.ref },
        { to: 'reading', stance: 'qualifies' },
      ],
      // What stands for a stance in Kialo's text, said by someone.
      body: '[Asks] No.',
    }),
  );
  const several = someDiscussion([boats, kind, slow, why, no]);

  it.each(carried.filter(([, { links }]) => links))('come back from %s, each with its stance', async (id) => {
    const { told, lost } = await roundTrip(id, several);
    // The first is where a note stands; the others are in no order.
    const links = new Map(told.map(({ body, answers: [first, ...more] }) => [body, [first, ...more.sort()]]));
    expect(links.get('Kind.')).toEqual(['supports Boats.']);
    expect(links.get('Slow.')).toEqual(['rebuts the reading', 'qualifies Boats.']);
    expect(links.get('Why?')).toEqual(['asks Slow.', 'asks Kind.', 'supports Boats.']);
    expect(links.get('[Asks] No.')).toEqual([
      'supports Slow.',
      'qualifies the reading',
      'undercuts Kind. about Boats.',
    ]);
    expect(lost.join(' ')).not.toMatch(/link/);
  });

  it('is counted where it is not carried', async () => {
    for (const id of ['hypothesis', 'word', 'html', 'markdown']) {
      const report = formatOf(id)
        ?.write(several)
        .report.map((said) => sentenceOf('en', said));
      expect(report?.join(' '), id).toMatch(/5 further links are not carried/);
    }
  });

  it('counts each stance that Kialo holds only by its name in brackets, also one to the reading', async () => {
    expect((await roundTrip('kialo', several)).lost).toContain(
      '2 stances are written by name in brackets: Kialo knows only Pro and Con, and no reading.',
    );
  });
});

describe('the lines of a note', () => {
  const ids = carried.map(([id]) => id);
  const line = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    fc.constantFrom('', '1. one', '1.2\\. two', '  - three', '> four', '// five', '/* six */', '[“seven”]'),
    fc.constantFrom('{eight: "8"}', '#nine', '<!-- ten -->', '\\n', 'Pro: eleven', '```', '1.'),
  );
  // A line of white space alone comes back empty: it looks the same.
  const body = fc
    .array(line, { minLength: 1, maxLength: 5 })
    .map((lines) =>
      `A ${lines.map((one) => one.replace(/[\s\p{Cc}]+/gu, ' ')).join('\n')} end`.replace(/^ +$/gm, ''),
    )
    .map((text) => text.toWellFormed().normalize('NFC'));

  it.each(ids)('come back from %s as they were', async (id) => {
    await fc.assert(
      fc.asyncProperty(body, async (written) => {
        const one = someDiscussion([entry('ada-00000001', 'p', point({ body: written }))]);
        const { told } = await roundTrip(id, one);
        expect(told.map((note) => note.body)).toEqual([written]);
      }),
      { numRuns: 60 },
    );
  });
});

it('neutralises what a spreadsheet would run, and touches no id and no name', async () => {
  const { text } = await roundTrip('csv');
  expect(text).toContain("'=Slower* is not worse.");
  expect(text).toMatch(/(^|,)ada-00000001\/claim,/m);
  expect(text).toContain('Béa O’Hara');
  const cells = ['=cmd', '+1', '-1', '@x', '\tx', "'=x", "''-x", "'quoted'", '- a list'];
  const entries = cells.map((body, i) => entry('ada-00000001', `c${i}`, point({ body })));
  const { told, text: table } = await roundTrip('csv', someDiscussion(entries));
  expect(words(told)).toEqual(cells.map((cell) => cell.trim()));
  expect(table).not.toMatch(/(^|,|")[=+@\t-](?!$)/m);
});

it('says of this very discussion what is lost, and nothing of what it does not hold', async () => {
  const { lost } = await roundTrip('kialo');
  expect(lost).toEqual(expect.arrayContaining(['1 reaction is not carried.', '2 tags are not carried.']));
  const plain = someDiscussion([entry('ada-00000001', 'p', point({ body: 'Only words' }))]);
  expect((await roundTrip('w3c', plain)).lost).toEqual([]);
});

it('counts records of kinds that are not known here, in every format', async () => {
  // As a later version would have them.
  const odd = entry('ada-00000001', 's', point({})) as unknown as { value: { type: string } };
  odd.value = { type: 'stamp' };
  const discussion = someDiscussion([odd as never]);
  for (const format of formats.filter(({ id }) => id !== 'archive'))
    expect(format.write({ ...discussion, entries: [odd as never] }).report, format.id).toContainEqual({
      key: 'lost.unknown',
      values: { type: 'stamp', count: 1 },
    });
});

it('never attaches a passage to other words: it is quoted in the note, and the report says so', () => {
  const foreign = JSON.stringify([
    {
      id: '1',
      text: 'So?',
      target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'no such words here' }] }],
    },
    { id: '2', text: 'Which?', target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'pays for' }] }] },
    {
      id: '3',
      text: 'Here.',
      target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'pays   for', prefix: 'a tax ' }] }],
    },
  ]);
  const { told, report } = toldBy(readAnnotations(foreign, 'hypothesis', source));
  expect(told.map(({ quote }) => quote)).toEqual([undefined, undefined, 'pays for']);
  expect(told[0]?.body).toBe('> no such words here\n\nSo?');
  expect(told[2]?.start).toBe(readingText.indexOf('pays for both'));
  expect(report.join(' ')).toMatch(/2 passages are not in this text/);
  expect(report.join(' ')).toMatch(/1 passage was found/);
});

it('reads what Kialo, Argdown and AIFdb write themselves', () => {
  const kialo = `Discussion Title: Should towns run ferries?

1. Towns should run ferries.
1.1. Pro: They are kind to harbours.
1.1.1. Con: Harbours do not mind
bridges.
1.2. Con: -> See 1.1.1.
`;
  expect(
    toldBy(readAnnotations(kialo, undefined, source)).told.map(({ body, answers }) => [body, answers]),
  ).toEqual([
    ['Towns should run ferries.', []],
    ['They are kind to harbours.', ['supports Towns should run ferries.']],
    [
      'Harbours do not mind\nbridges.',
      ['rebuts They are kind to harbours.', 'rebuts Towns should run ferries.'],
    ],
  ]);
  const argdown = `===
title: Ferries
===
/* a comment */
# Towns

[Ferries]: Towns should run ferries. #town {source: "a book"}
    + <Kind>: They are kind
      to harbours.
        <_ <Stone>: Harbours are stone.
    -> [Bridges]: Towns should build bridges.
`;
  expect(
    toldBy(readAnnotations(argdown, undefined, source)).told.map(({ body, answers }) => [body, answers]),
  ).toEqual([
    ['Towns should run ferries.', ['rebuts Towns should build bridges.']],
    ['They are kind to harbours.', ['supports Towns should run ferries.']],
    ['Harbours are stone.', ['undercuts They are kind to harbours.']],
    ['Towns should build bridges.', []],
  ]);
  const aif = {
    nodes: [
      { nodeID: 1, text: 'Run ferries', type: 'I' },
      { nodeID: 2, text: 'They are kind', type: 'I' },
      { nodeID: 3, text: 'Default Inference', type: 'RA' },
      { nodeID: 4, text: 'Kind to whom', type: 'I' },
      { nodeID: 5, text: 'Default Conflict', type: 'CA' },
      { nodeID: 6, text: 'Ann: They are kind', type: 'L', timestamp: '2020-02-02 10:00:00' },
      { nodeID: 7, text: 'Asserting', type: 'YA' },
    ],
    edges: [
      [2, 3],
      [3, 1],
      [4, 5],
      [5, 3],
      [6, 7],
      [7, 2],
    ].map(([fromID, toID], edgeID) => ({ edgeID, fromID, toID })),
    locutions: [],
  };
  const { told } = toldBy(readAnnotations(JSON.stringify(aif), undefined, source));
  expect(told.map(({ body, author, answers }) => [body, author, answers])).toEqual([
    ['Run ferries', 'Someone', []],
    ['They are kind', 'Ann', ['supports Run ferries']],
    ['Kind to whom', 'Someone', ['undercuts They are kind about Run ferries']],
  ]);
});

it('refuses other files in words', () => {
  for (const id of ['w3c', 'hypothesis', 'aif', 'csv', 'kialo', 'argdown', 'word', 'none'])
    expect(readAnnotations('{"a": 1}', id, source), id).toMatchObject(
      id === 'argdown'
        ? { ok: true }
        : { ok: false, said: { key: expect.stringMatching(/^notes\.notRead\./) } },
    );
});

it('fits what is too large, and says so', () => {
  const rows = [
    {
      id: '1',
      text: 'x'.repeat(10_000),
      tags: [...Array(15).keys(), 'y'.repeat(99)].map(String),
      target: [],
    },
  ];
  const { told, report } = toldBy(readAnnotations(JSON.stringify({ rows }), 'hypothesis', source));
  expect(told[0]?.body).toMatch(/^x+ \[…\]$/);
  expect(told[0]?.tags).toHaveLength(12);
  expect(report).toEqual(
    expect.arrayContaining([expect.stringContaining('cut'), expect.stringContaining('4 tags')]),
  );
});

it('gives the same ids for the same file, so that bringing it in twice adds nothing', async () => {
  expect(anchorOn('A toll').quote).toBe('A toll');
  const written = formatOf('hypothesis')?.write(someDiscussion());
  const text = await textFrom(written?.parts ?? []);
  const twice = [0, 1].map(() => toldBy(readAnnotations(text, 'hypothesis', source)).told);
  expect(twice[0]).toEqual(twice[1]);
});
