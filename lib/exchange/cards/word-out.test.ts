import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { CardShape, Leaving, LeavingCard } from '#lib/model/card/leaving.ts';
import { writeCards } from './word-out.ts';

const words =
  'Ferries may be slow. [Table Omitted] They are not late, and they carry more people than buses.';
const at = (part: string) => ({ start: words.indexOf(part), end: words.indexOf(part) + part.length });
const ferries: LeavingCard = {
  pocket: 'Transport',
  hat: 'Affirmative',
  block: 'Ferries',
  tag: 'Ferries carry more people',
  cite: { author: 'Ann Lee', qualification: 'a pilot', date: '3 March 2026', publication: 'The Pier' },
  marks: [
    { kind: 'underline', ...at('they carry more people than buses') },
    { kind: 'emphasis', ...at('more people') },
    { kind: 'highlight', ...at('carry more people') },
  ],
  words,
};

async function fileOf(cards: LeavingCard[], shape: CardShape = 'full') {
  const leaving: Leaving = { title: 'Our file', shape, cards };
  const parts = unzipSync(await writeCards(leaving));
  return {
    document: strFromU8(parts['word/document.xml'] ?? new Uint8Array()),
    styles: strFromU8(parts['word/styles.xml'] ?? new Uint8Array()),
  };
}

/** Each run of words with what its properties say. */
function runsIn(document: string): { text: string; style: string | undefined; looks: string }[] {
  return [...document.matchAll(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?<w:t[^>]*>(.*?)<\/w:t><\/w:r>/gs)].map(
    ([, looks = '', text = '']) => ({ text, looks, style: /<w:rStyle w:val="(\w+)"/.exec(looks)?.[1] }),
  );
}

const paragraphStyles = (document: string) =>
  [...document.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style);

test('has the styles that debaters’ templates know by id', async () => {
  const { document, styles } = await fileOf([ferries]);
  expect(paragraphStyles(document)).toEqual(['Heading1', 'Heading2', 'Heading3', 'Heading4']);
  for (const id of [
    'Heading1',
    'Heading2',
    'Heading3',
    'Heading4',
    'Style13ptBold',
    'StyleUnderline',
    'Emphasis',
  ])
    expect(styles.split(`w:styleId="${id}"`)).toHaveLength(2);
});

test('sets surname and date alone as the cite', async () => {
  const cites = runsIn((await fileOf([ferries])).document).filter(({ style }) => style === 'Style13ptBold');
  expect(cites.map(({ text }) => text)).toEqual(['Lee 26']);
});

test('underlines, boxes and highlights what is marked, and shrinks the rest but for what was omitted', async () => {
  const runs = runsIn((await fileOf([ferries])).document);
  const look = (text: string) => runs.find((run) => run.text.trim() === text);
  expect(look('than buses')).toMatchObject({ style: 'StyleUnderline' });
  expect(look('more people')?.looks).toMatch(/Emphasis.*w:highlight w:val="cyan"/);
  expect(look('Ferries may be slow.')?.looks).toContain('<w:sz w:val="16"/>');
  expect(look('[Table Omitted]')?.looks).toContain('<w:sz w:val="22"/>');
});

test('read aloud, has only what is read, with tag and cite', async () => {
  const { document } = await fileOf([ferries], 'read-aloud');
  const said = runsIn(document).map(({ text }) => text);
  expect(said.join('')).toContain('carry more people');
  expect(said.join('')).not.toMatch(/slow|buses/);
  expect(said).toContain('Ferries carry more people');
  expect(said).toContain('Lee 26');
});

test('marked, says where reading stopped, and loses no word to it', async () => {
  const stopped = words.indexOf('people than');
  const said = (await fileOf([{ ...ferries, stopped }], 'marked')).document;
  const all = runsIn(said).map(({ text }) => text);
  expect(all.indexOf(' [Stopped reading here] ')).toBeGreaterThan(0);
  expect(all.join('').replace(' [Stopped reading here] ', '')).toContain(words);
  expect(runsIn((await fileOf([{ ...ferries, stopped }])).document).join('')).not.toContain(
    'Stopped reading',
  );
});

test('cuts no sign in two where a mark or the end of reading lies within it', async () => {
  const ship = {
    ...ferries,
    words: 'A 🛳 sails',
    marks: [{ kind: 'underline' as const, start: 3, end: 8 }],
    stopped: 3,
  };
  const said = runsIn((await fileOf([ship], 'marked')).document);
  expect(said.find(({ style }) => style === 'StyleUnderline')?.text).toBe('🛳 sai');
  expect(said.map(({ text }) => text).join('')).not.toContain('\uFFFD');
});

test('sets what its author says beside it between tag and cite', async () => {
  const { document } = await fileOf([{ ...ferries, note: 'Read this against buses.\n\nThen stop.' }]);
  const said = runsIn(document).map(({ text }) => text);
  const from = said.indexOf('Ferries carry more people');
  expect(said.slice(from + 1, from + 4)).toEqual(['Read this against buses.', 'Then stop.', 'Lee 26']);
});

test('repeats no heading for the card that stands under the same one', async () => {
  const { document } = await fileOf([
    ferries,
    { ...ferries, tag: 'Second' },
    { ...ferries, hat: 'Negative', tag: 'Third' },
    { tag: 'An argument without evidence' },
  ]);
  expect(paragraphStyles(document)).toEqual([
    ...['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading4'],
    ...['Heading2', 'Heading3', 'Heading4'],
    // An empty one: the argument stands under no pocket.
    ...['Heading1', 'Heading4'],
  ]);
});

test('keeps every word of any card, whatever signs it is made of', async () => {
  const signs = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(signs, fc.nat(12), fc.nat(12), async (parts, a, b) => {
      const any = parts.join('');
      const [start = 0, end = 0] = [a, b].map((n) => parts.slice(0, n).join('').length).sort((x, y) => x - y);
      const marks = start < end ? [{ kind: 'emphasis' as const, start, end }] : [];
      const { document } = await fileOf([{ ...ferries, words: any, marks }]);
      expect(textOf(document).endsWith(any.replace(/[^\P{Cc}\t]/gu, ''))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

/** The words of the document's runs, entities resolved. */
function textOf(xml: string): string {
  return decoded([...xml.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, text = '']) => text).join(''));
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
