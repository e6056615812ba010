import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPlainText } from './plain-text.ts';

const read = (text: string, options: { title?: string; fallbackTitle?: string } = {}) => {
  const result = readPlainText(text, { maxParagraphs: 5000, ...options });
  if (!result.ok) throw new Error(result.reason);
  return {
    ...result.reading,
    texts: result.reading.blocks.map((block) => block.text),
    report: result.report,
  };
};

// The shape in which op-eds are copied from the web: the title twice, the standfirst right under it, a credit last.
const paragraphs = [
  'Who counts the bridges nobody had to build?',
  'The city’s budget says “none” — and that is the trouble with budgets, which list what was paid for and never what was spared.',
  'A ferry is slower; it is also there. Nobody has yet been asked — not once — what an hour on the water is worth to them.',
  'Ask them.',
];
const copied = [
  'The Ferry Is Not the Problem',
  '',
  'The Ferry Is Not the Problem',
  'A bridge would cost the town’s harbour more than its traffic.',
  '',
  ...paragraphs.flatMap((paragraph) => [paragraph, '']),
  'Photo credit: A. N. OTHER/Harbour Archive',
];

it('tells title, standfirst, paragraphs and credit of a copied op-ed apart', () => {
  const reading = read(copied.join('\n'));
  expect(reading).toMatchObject({
    title: 'The Ferry Is Not the Problem',
    standfirst: 'A bridge would cost the town’s harbour more than its traffic.',
    credit: 'Photo credit: A. N. OTHER/Harbour Archive',
    texts: paragraphs,
    report: [{ key: 'remark.titleTwice' }],
  });
  expect(reading).not.toHaveProperty('byline');
  expect(reading.blocks.map(({ id, type }) => [id, type])).toEqual(
    paragraphs.map((_, i) => [`b${i + 1}`, 'paragraph']),
  );
});

it.each(['\r\n', '\r', '\u2028'])('reads the same with other line ends (%j)', (lineEnd) => {
  expect(read(copied.join(lineEnd))).toEqual(read(copied.join('\n')));
});

// Words that begin in lower case and end in a full stop are neither title, byline nor credit.
const sentence = fc
  .array(fc.stringMatching(/^[a-zàéüß“”‘’—…–0-9]{1,9}$/), { minLength: 1, maxLength: 30 })
  .map((words) => `${words.join(' ').normalize('NFC')} end.`);

it('loses no character of a clean text, set apart or one on a line', () => {
  // Numbered, for two that say the same at the top are a title and its repetition.
  const clean = fc
    .array(sentence, { minLength: 2, maxLength: 20 })
    .map((sentences) => sentences.map((text, i) => `n${i} ${text}`));
  fc.assert(
    fc.property(clean, (texts) => {
      expect(read(texts.join('\n\n')).texts).toEqual(texts);
      expect(read(texts.join('\n')).texts).toEqual(texts);
    }),
  );
});

it('joins the lines that a program broke, and only those', () => {
  const long = paragraphs.slice(1, 3);
  fc.assert(
    fc.property(fc.integer({ min: 50, max: 90 }), (width) => {
      const broken = ['The Ferry', ...long, 'Ask them.'].map((text) => wrapped(text, width)).join('\n\n');
      expect(read(broken)).toMatchObject({ title: 'The Ferry', texts: [...long, 'Ask them.'] });
    }),
  );
});

function wrapped(text: string, width: number): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}

it.each([
  ['one paragraph on a line', 'Title\nFirst of all, this is said.\nThen this is said as well.', 2],
  ['lines of verse', 'Title\n\nRoses are red\nViolets blue\nSugar is sweet', 3],
  ['white space on the empty lines', 'Title\n \t \nOne.\n  \n\n\nTwo.', 2],
])('takes paragraphs as they stand: %s', (_, text, count) => {
  expect(read(text).texts).toHaveLength(count);
});

it.each([
  [
    'a byline under the title',
    'On Ferries\nBy Ada O.\n\nText.',
    { title: 'On Ferries', byline: 'By Ada O.' },
  ],
  [
    'standfirst, then byline',
    'On Ferries\n\nThe case for slowness.\n\nBy Bea K. and Dev M.\n\nText.',
    { standfirst: 'The case for slowness.', byline: 'By Bea K. and Dev M.' },
  ],
  [
    'a standfirst without a full stop',
    'On Ferries\n\nWhy the slowest way across is best\n\nText.',
    { standfirst: 'Why the slowest way across is best' },
  ],
  ['an image credit', 'On Ferries\n\nText.\n\nImage: Harbour Archive', { credit: 'Image: Harbour Archive' }],
])('recognises %s', (_, text, expected) => {
  const reading = read(text);
  expect(reading).toMatchObject(expected);
  expect(reading.texts).toEqual(['Text.']);
});

it.each([
  [
    'a sentence that begins with By',
    'On Ferries\n\nBy Monday it was over.\n\nText.',
    ['By Monday it was over.', 'Text.'],
  ],
  ['a first sentence', 'On Ferries\n\nIt was over.\n\nText.', ['It was over.', 'Text.']],
  ['a last sentence on photographs', 'On Ferries\n\nText.\n\nPhotos lie.', ['Text.', 'Photos lie.']],
])('leaves %s in the text', (_, text, expected) => {
  expect(read(text).texts).toEqual(expected);
});

it('needs no title: the first words stand in, or the name of the file', () => {
  const words = 'Nobody gave this a title, and so its first words must do.';
  expect(read(words)).toMatchObject({ title: 'Nobody gave this a title, and so its …', texts: [words] });
  expect(read(words, { fallbackTitle: 'harbour notes' }).title).toBe('harbour notes');
});

it('takes the title that was typed, and drops the one in the text only when that is sure', () => {
  expect(read(copied.join('\n'), { title: 'My Own' })).toMatchObject({ title: 'My Own', texts: paragraphs });
  expect(read('On Ferries\n\nText.', { title: 'On ferries' })).toMatchObject({
    title: 'On ferries',
    texts: ['Text.'],
  });
  const unsure = read('On Ferries\n\nText.', { title: 'My Own' });
  expect(unsure).toMatchObject({ title: 'My Own', texts: ['On Ferries', 'Text.'] });
});

it('refuses a typed title that is too long, and shortens a found one without losing its words', () => {
  const title = 'word '.repeat(70).trim();
  const typed = readPlainText('Text.', { maxParagraphs: 10, title });
  expect(typed).toMatchObject({
    ok: false,
    reason: 'title-too-long',
    said: { key: 'refusal.titleTooLong', values: { most: 300 } },
  });
  const found = read(`${title}\n\nText.`);
  expect(found.title.length).toBeLessThanOrEqual(300);
  expect(found.texts).toEqual([title, 'Text.']);
});

it('refuses more paragraphs than a reading may have, and says how many there are', () => {
  const many = Array.from({ length: 10_001 }, (_, i) => `Paragraph ${i} ends.`).join('\n\n');
  expect(readPlainText(many, { maxParagraphs: 5000 })).toMatchObject({
    ok: false,
    reason: 'too-many-paragraphs',
    said: { key: 'refusal.tooManyParagraphs', values: { count: 10_001 } },
  });
});

it('reads one line of megabytes', () => {
  expect(read('word '.repeat(900_000)).texts).toHaveLength(1);
});
