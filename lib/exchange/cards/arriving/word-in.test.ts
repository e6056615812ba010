// Files of cards on their way in: our own come back as they went, debaters' own are understood by styles, all others as far
// as their looks tell, and what is hostile is refused.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { LeavingCard } from '#lib/model/card/leaving.ts';
import { onSigns } from '#lib/model/card/marks.ts';
import { type Mark, markKinds } from '#lib/model/record.ts';
import { sentenceOf } from '#lib/words/said.ts';
import { writeCards } from '../word-out.ts';
import { type CardsRead, readCards } from './word-in.ts';

const options = { fileBytes: 8 << 20 };

async function roundTrip(cards: LeavingCard[], shape: 'full' | 'marked' = 'full') {
  return inEnglish(readCards(await writeCards({ title: 'Our file', shape, cards }), options));
}

function inEnglish(read: CardsRead) {
  if (!read.ok) throw new Error(read.reason);
  const report = read.report.map((said) => sentenceOf('en', said));
  return { ...read, report };
}

/** Words without what no card has: signs that XML cannot hold, and blanks at the edges of a line. */
const signs = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const line = signs
  .map((text) =>
    text
      .toWellFormed()
      .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const cite = fc
  .record({
    author: fc.oneof(line, fc.constant('')),
    qualification: maybe(line),
    date: maybe(fc.constantFrom('3 March 2026', '2024', 'n. d.')),
    title: maybe(line),
    publication: maybe(line),
    link: maybe(fc.webUrl()),
    accessed: maybe(line),
  })
  .map(withoutAbsent);
const words = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'));
const note = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n\n'));
const marksOn = (text: string): fc.Arbitrary<Mark[]> =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...markKinds), fc.nat(text.length), fc.nat(text.length))
      .filter(([, a, b]) => a !== b)
      .map(([kind, a, b]) => ({ kind, start: Math.min(a, b), end: Math.max(a, b) })),
    { maxLength: 6 },
  );
const heading = fc.record({ pocket: maybe(line), hat: maybe(line), block: maybe(line) }).map(withoutAbsent);
const card: fc.Arbitrary<LeavingCard> = fc
  .tuple(heading, fc.oneof(line, fc.constant('')), cite, maybe(note), words)
  .chain(([headings, tag, cited, beside, text]) =>
    marksOn(text).map((marks) => ({
      ...withoutAbsent({ note: beside }),
      ...headings,
      tag,
      cite: cited,
      words: text,
      marks,
    })),
  );
const argument: fc.Arbitrary<LeavingCard> = fc
  .tuple(heading, line, maybe(note))
  .map(([headings, tag, beside]) => ({ ...headings, tag, ...withoutAbsent({ note: beside }) }));

function withoutAbsent<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}

function changedIn(file: Uint8Array, name: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file);
  parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
  return zipSync(parts);
}

/** What each sign of a card's words looks like; the end of a paragraph looks like nothing. */
function looksOf({ words: text = '', marks = [] }: LeavingCard): string[] {
  const whole = marks.map((mark) => ({ ...mark, ...onSigns(text, mark) }));
  return [...text].map((sign, i, all) => {
    const at = all.slice(0, i).join('').length;
    if (sign === '\n') return '';
    return markKinds
      .filter((kind) => whole.some((m) => m.kind === kind && m.start <= at && at < m.end))
      .join();
  });
}

describe('our own files', () => {
  test('come back with every heading, tag, cite, word and mark', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(card, argument), { minLength: 1, maxLength: 6 }), async (cards) => {
        const { cards: back, report } = await roundTrip(cards);
        const plain = ({ marks: _, ...rest }: LeavingCard) => rest;
        expect(back.map(plain)).toEqual(cards.map(plain));
        expect(back.map(looksOf)).toEqual(cards.map(looksOf));
        expect(report).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('that LibreOffice opened and saved again have lost no heading, word or mark', () => {
    const file = readFileSync('lib/exchange/fixtures/office/cards-libreoffice.docx');
    const read = inEnglish(readCards(file, options));
    const told = read.cards.map(({ words = '', marks = [], ...one }) => ({
      place: [one.pocket, one.hat, one.block, one.tag],
      note: one.note,
      author: one.cite?.author,
      words,
      marked: marks.map(({ kind, start, end }) => `${kind}: ${words.slice(start, end)}`),
    }));
    const common = {
      note: 'Read first.',
      author: 'Ann Lee',
      words:
        'Ferries may be slow. [Table Omitted] They are not late, and they carry more people than buses.\nA second paragraph stands below.',
      marked: [
        'underline: they carry more people than buses',
        'highlight: carry more people',
        'emphasis: more people',
      ],
    };
    expect(told).toEqual([
      { ...common, place: ['Transport', 'Affirmative', 'Ferries', 'Ferries carry more people'] },
      { ...common, place: ['Transport', 'Negative', 'Ferries', 'Another'] },
    ]);
    // The part in which we write our cites is not LibreOffice’s to keep.
    expect(read.report).toEqual(['2 cites were taken apart by their looks: look them over.']);
  });

  test('come back without the sign that reading stopped, and say so', async () => {
    const ferries = {
      tag: 'Fast',
      cite: { author: 'Ann Lee' },
      marks: [],
      words: 'They are fast. They are full.',
    };
    const { cards, report } = await roundTrip([{ ...ferries, stopped: 15 }], 'marked');
    expect(cards).toEqual([ferries]);
    expect(report).toEqual(['1 sign that reading stopped left out.']);
  });

  test('whose cite was changed in Word have the cite that is read there', async () => {
    const written = await writeCards({
      title: 'x',
      shape: 'full',
      cards: [{ tag: 'Fast', cite: { author: 'Ann Lee', date: '2024' }, words: 'They are fast.' }],
    });
    const changed = changedIn(written, 'word/document.xml', (xml) => xml.replaceAll('Ann Lee', 'Bo Lee'));
    const read = readCards(changed, options);
    expect(read).toMatchObject({ ok: true, cards: [{ cite: { author: 'Bo Lee', date: '2024' } }] });
  });
});

type Look = { style?: string; direct?: string };
const run = (text: string, { style, direct = '' }: Look = {}) =>
  `<w:r><w:rPr>${style ? `<w:rStyle w:val="${style}"/>` : ''}${direct}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`;
const highlight = '<w:highlight w:val="yellow"/>';

/** A Word file around these paragraphs, its styles described as given. */
function docx(body: string, styles = ''): Uint8Array {
  const open = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document ${open}><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8(`<w:styles ${open}>${styles}</w:styles>`),
  });
}

function readOf(body: string, styles = '') {
  return inEnglish(readCards(docx(body, styles), options));
}

const full = run(
  ' (Ann Lee, a pilot, 3 March 2026, “Slow boats”, https://pier.example/1, accessed 4 May 2026)',
);
const aCard =
  paragraph(run('Ferries are full'), 'Heading4') +
  paragraph(run('Lee ', { style: 'Style13ptBold' }) + run('26', { style: 'Style13ptBold' }) + full) +
  paragraph(
    run('They may be slow. ') +
      run('They carry ', { style: 'StyleUnderline' }) +
      run('more people', { style: 'Emphasis', direct: highlight }) +
      run(' than buses.'),
  );

describe('debaters’ own files', () => {
  test('have pockets, hats, blocks, tags, cites and marks by their styles', () => {
    const { cards, report } = readOf(
      paragraph(run('Aff'), 'Heading1') +
        paragraph(run('Harbours'), 'Heading2') +
        paragraph(run('2AC '), 'Heading3') +
        aCard +
        paragraph(run('They drop the ferry'), 'Analytic'),
    );
    const words = 'They may be slow. They carry more people than buses.';
    const on = (part: string) => ({ start: words.indexOf(part), end: words.indexOf(part) + part.length });
    expect(cards).toEqual([
      {
        ...{ pocket: 'Aff', hat: 'Harbours', block: '2AC' },
        tag: 'Ferries are full',
        cite: {
          ...{ author: 'Ann Lee', qualification: 'a pilot', date: '3 March 2026', title: 'Slow boats' },
          ...{ link: 'https://pier.example/1', accessed: '4 May 2026' },
        },
        words,
        marks: [
          { kind: 'underline', ...on('They carry ') },
          { kind: 'emphasis', ...on('more people') },
          { kind: 'highlight', ...on('more people') },
        ],
      },
      { pocket: 'Aff', hat: 'Harbours', block: '2AC', tag: 'They drop the ferry' },
    ]);
    expect(report).toEqual(['1 cite was taken apart by its looks: look it over.']);
  });

  test.each([
    ['translated ids', 'berschrift4', '<w:name w:val="heading 4"/>'],
    ['a style based on a known one', 'MyTag', '<w:name w:val="My own"/><w:basedOn w:val="Heading4"/>'],
    ['several names', 'Tag7', '<w:name w:val="Tags,tag"/>'],
  ])('are known by %s', (_, id, inside) => {
    const { cards } = readOf(
      aCard.replaceAll('Heading4', id),
      `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`,
    );
    expect(cards).toMatchObject([{ tag: 'Ferries are full', cite: { author: 'Ann Lee' } }]);
  });

  test.each([
    [
      'the cite’s rest on a line of its own',
      run('Lee 26', { style: 'Style13ptBold' }),
      run('[Ann Lee, a pilot] AB'),
    ],
    ['a cite that only looks like one', run('Ann Lee, a pilot, 2026'), ''],
  ])('have %s', (_, first, second) => {
    const { cards } = readOf(
      paragraph(run('Full'), 'Heading4') +
        paragraph(first) +
        (second && paragraph(second)) +
        paragraph(run('They are full.', { style: 'StyleUnderline' })),
    );
    expect(cards).toMatchObject([
      { words: 'They are full.', cite: { author: expect.stringContaining('Lee') } },
    ]);
  });

  test('leave out what is no word of theirs, and say so', () => {
    const { cards, report } = readOf(
      aCard.replace(
        'They may be slow. </w:t>',
        'They may be slow. </w:t><w:drawing><w:t>in a picture</w:t></w:drawing><w:footnoteReference w:id="1"/>',
      ) +
        '<w:tbl><w:tr><w:tc><w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl>',
    );
    expect(cards[0]?.words).toBe('They may be slow. They carry more people than buses.');
    expect(report).toEqual(
      expect.arrayContaining(['1 picture left out.', '1 note left out.', '1 table came in line by line.']),
    );
  });
});

describe('files without those styles', () => {
  const bold = { direct: '<w:b/>' };
  test.each([
    [
      'lowest headings',
      paragraph(run('Costs'), 'Heading1') + paragraph(run('It is cheap'), 'Heading2'),
      'lowest headings',
    ],
    ['bold lines', paragraph(run('It is cheap', bold)), 'all in bold'],
  ])('have their %s for tags', (_, head, said) => {
    const { cards, report } = readOf(head + paragraph(run('One salary, says Lee.')));
    expect(cards.at(-1)).toMatchObject({ tag: 'It is cheap', note: 'One salary, says Lee.' });
    expect(report.join(' ')).toContain(said);
  });

  test('and without headings come in as one, with a word on it', () => {
    const { cards, report } = readOf(paragraph(run('One salary.')) + paragraph(run('Or two.')));
    expect(cards).toEqual([{ tag: '', note: 'One salary.\nOr two.' }]);
    expect(report).toEqual([
      'Neither headings nor bold lines in this file: its words came in without tags.',
      '1 passage stands under no tag.',
    ]);
  });

  test('whose underlining is direct keep it', () => {
    const { cards } = readOf(
      paragraph(run('Full'), 'Heading4') +
        paragraph(run('They are ') + run('full', { direct: '<w:u w:val="single"/>' }) + run('.')),
    );
    expect(cards).toMatchObject([
      { words: 'They are full.', marks: [{ kind: 'underline', start: 9, end: 13 }] },
    ]);
  });
});

describe('what is more than a record holds', () => {
  test('comes in as several cards, no word of it lost', () => {
    const long = Array.from({ length: 400 }, (_, i) => `Line ${i} says that ferries are full, and 🛳 sails.`);
    const marked = long.map((text) => paragraph(run(text, { style: 'StyleUnderline' }))).join('');
    const { cards, report } = readOf(paragraph(run('Full'), 'Heading4') + marked);
    expect(cards.length).toBeGreaterThan(1);
    expect(cards.map(({ words }) => words).join('\n')).toBe(long.join('\n'));
    for (const { words = '', marks } of cards)
      expect(marks).toEqual([{ kind: 'underline', start: 0, end: words.length }]);
    expect(report).toContain('1 card is longer than 16 KB, and came in as several.');
  });

  test('is counted, where a file holds more cards than are taken', () => {
    const { cards, report } = readOf(paragraph(run('Full'), 'Heading4').repeat(2003));
    expect(cards).toHaveLength(2000);
    expect(report.at(-1)).toMatch(/^3 cards are past/);
  });
});

describe('hostile files', () => {
  const refusal = (bytes: Uint8Array) => {
    const read = readCards(bytes, options);
    return read.ok ? 'taken' : read.reason;
  };
  const bomb = zipSync({ 'word/document.xml': [new Uint8Array(40 << 20), { level: 9 }] });
  const entities = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><w:document/>';
  test.each([
    ['a file of another kind', strToU8('Words, and no Word file.'), 'binary'],
    ['a bomb', bomb, 'hostile'],
    ['XML with entities', zipSync({ 'word/document.xml': strToU8(entities) }), 'hostile'],
    ['damaged markup', zipSync({ 'word/document.xml': strToU8('<w:docum') }), 'broken'],
    ['half a file', docx(aCard).slice(0, 200), 'broken'],
    ['a file without words', docx(paragraph('')), 'empty'],
    ['more than is taken', new Uint8Array((8 << 20) + 1), 'too-large'],
  ])('%s is refused', (_, bytes, reason) => {
    expect(refusal(bytes)).toBe(reason);
  });

  test('nested without end are read without a stack', () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(5000);
    const close = '</w:sdtContent></w:sdt>'.repeat(5000);
    expect(readOf(deep + aCard + close).cards).toMatchObject([{ tag: 'Ferries are full' }]);
  });

  test('cannot give a card a cite that its lines do not show', async () => {
    const written = await writeCards({
      title: 'x',
      shape: 'full',
      cards: [{ tag: 'Full', cite: { author: 'Ann Lee' }, words: 'They are full.' }],
    });
    for (const author of ['7', '"Zed"']) {
      const forged = changedIn(written, 'customXml/item1.xml', (xml) =>
        xml.replace('"author":"Ann Lee"', `"author":${author}`),
      );
      expect(readCards(forged, options)).toMatchObject({
        ok: true,
        cards: [{ cite: { author: 'Ann Lee' } }],
      });
    }
  });
});
