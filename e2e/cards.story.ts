// A card of evidence, from the passage to the Word file: made by one debater, reworded by a partner, unseen by the other
// side, and with its words and their looks in the XML. And the way back: a Word file becomes cards.

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { writeCards } from '#lib/exchange/cards/word-out.ts';
import { join, openRound, threeSeated } from './debate.ts';
import { expect, isSaved, selectWords, storyText, test } from './story.ts';

const words = 'Opening it costs one salary';

const inFile = (page: Page, tag: string) => page.getByRole('treeitem').filter({ hasText: tag });

async function toCards(page: Page, flow: string): Promise<void> {
  await page.goto(flow.replace(/flow$/, 'cards'));
  await isSaved(page);
}

/** The document and the styles of the Word file that the menu writes. */
async function written(
  page: Page,
  menu: RegExp,
  shape: string,
): Promise<{ document: string; styles: string }> {
  await page.getByRole('button', { name: menu }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: shape }).click();
  const parts = unzipSync(readFileSync(await (await download).path()));
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  return { document: part('word/document.xml'), styles: part('word/styles.xml') };
}

/** A file from elsewhere: of its two cards one has a paragraph of the stories’ text for its words. */
async function theirFile(): Promise<Buffer> {
  const [paragraph = ''] = storyText.split('\n').filter((line) => line.startsWith('The council'));
  const file = await writeCards({
    title: 'Theirs',
    shape: 'full',
    cards: [
      {
        pocket: 'Neg',
        block: 'Doors',
        tag: 'Doors stay shut',
        cite: { author: 'Ann Lee', date: '2024' },
        words: 'Nobody counts who does not come.',
        marks: [{ kind: 'highlight', start: 0, end: 13 }],
      },
      { pocket: 'Neg', tag: 'Petitions are no measure', cite: { author: 'Bo Ray' }, words: paragraph },
    ],
  });
  return Buffer.from(file);
}

async function isSound(page: Page): Promise<void> {
  // In one page: its own way opens another for each of these many times.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test('[U37] a card goes from its passage over a partner’s wording to a Word file, and the other side brings in its own', async ({
  browser,
  server,
  problems,
}) => {
  test.setTimeout(420_000);
  const round = await openRound(browser, server, problems);
  const { ann, abe, con } = await threeSeated(browser, problems, round);

  // One key makes a card of the paragraph, with what was selected marked to be read.
  await ann.goto(round.url.replace(/\/flow$/, ''));
  await isSaved(ann);
  await selectWords(ann, words);
  await ann.keyboard.press('e');
  const editor = ann.getByRole('dialog', { name: 'Card' });
  await editor.getByRole('textbox', { name: 'Tag' }).fill('Opening costs little');
  await editor.getByRole('combobox', { name: 'Save to' }).selectOption('side');
  await isSound(ann);
  await editor.getByRole('button', { name: 'Save card' }).click();
  await expect(editor).toHaveCount(0);
  await isSaved(ann);

  // It is filed by key.
  await toCards(ann, round.url);
  await inFile(ann, 'Opening costs little').click();
  await ann.keyboard.press('m');
  const filing = ann.getByRole('dialog');
  await filing.getByRole('combobox', { name: 'Pocket' }).fill('Sundays');
  await filing.getByRole('combobox', { name: 'Hat' }).fill('Costs');
  await filing.getByRole('combobox', { name: 'Block' }).fill('One salary');
  await isSound(ann);
  await filing.getByRole('button', { name: 'File it here' }).click();
  await expect(inFile(ann, 'One salary')).toBeVisible();

  // A partner has the same file, and rewords the tag: the file has the new words, and both names stand by it.
  await toCards(abe, round.url);
  await inFile(abe, 'Opening costs little').click();
  await abe.getByRole('button', { name: 'Reword' }).click();
  const rewording = abe.getByRole('dialog', { name: 'Reword this card' });
  await rewording.getByRole('textbox', { name: 'Tag' }).fill('Opening costs one salary');
  await rewording.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(inFile(ann, 'Opening costs one salary')).toBeVisible();
  await inFile(ann, 'Opening costs one salary').click();
  await expect(ann.getByRole('article', { name: 'Card' })).toContainText('Ann');
  await expect(ann.getByRole('article', { name: 'Card' })).toContainText('Abe');

  // To the other side none of this is there.
  await toCards(con, round.url);
  await expect(con.getByRole('heading', { name: 'No cards yet' })).toBeVisible();

  // Into a speech by key, and out to Word: debaters' styles by their ids, the words as the side has them.
  await inFile(ann, 'Opening costs one salary').click();
  await ann.keyboard.press('s');
  await ann.getByRole('button', { name: /^Speech: / }).click();
  await expect(ann.getByRole('list', { name: /^What is read in/ })).toContainText('Opening costs one salary');
  const whole = await written(ann, /^Write cards to Word$/, 'Word, everything');
  for (const id of [
    'Heading1',
    'Heading2',
    'Heading3',
    'Heading4',
    'StyleUnderline',
    'Emphasis',
    'Style13ptBold',
  ])
    expect(whole.styles).toContain(`w:styleId="${id}"`);
  const styled = (style: string) =>
    [...whole.document.matchAll(/<w:p>(.*?)<\/w:p>/gs)]
      .filter(([paragraph]) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
      .map(([paragraph]) =>
        [...paragraph.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, text]) => text).join(''),
      );
  expect([1, 2, 3, 4].flatMap((level) => styled(`Heading${level}`))).toEqual([
    ...['Sundays', 'Costs', 'One salary', 'Opening costs one salary'],
  ]);
  expect(whole.document).toMatch(new RegExp(`StyleUnderline.{0,80}highlight.{0,80}${words}`, 's'));
  expect(whole.document).toContain('closed to whoever works');
  const aloud = await written(ann, /^Write cards to Word$/, 'Word, only what is read aloud');
  expect(aloud.document).toContain(words);
  expect(aloud.document).not.toContain('closed to whoever works');

  // Where reading stopped is marked on the word itself, and stands in the Word file that says so.
  await ann.getByRole('button', { name: 'Read', exact: true }).click();
  const reading = ann.getByRole('dialog', { name: 'Pro constructive' });
  await reading.getByText(words).dblclick();
  await reading.getByRole('button', { name: 'Stopped reading here' }).click();
  await expect(reading).toContainText('Stopped reading at the line in the words.');
  await isSound(ann);
  await reading.getByRole('button', { name: 'Close' }).click();
  await expect(ann.getByRole('list', { name: /^What is read in/ })).toContainText('reading stopped in it');
  const stopped = await written(ann, /^Write Pro constructive to Word$/, 'Word, with where reading stopped');
  expect(stopped.document).toContain('[Stopped reading here]');

  // Found by words of its cite and its reading; copied with its marks.
  const search = ann.getByRole('searchbox', { name: 'Find in tags, cites and words' });
  await search.fill('salary working days reads');
  await expect(ann.getByText('No card has all of these words.')).toBeVisible();
  await search.fill('salary whoever works');
  await expect(inFile(ann, 'Opening costs one salary')).toBeVisible();
  await search.fill('');
  await inFile(ann, 'Opening costs one salary').click();
  await ann.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ann.getByRole('article', { name: 'Card' }).getByRole('button', { name: 'Copy card' }).click();
  await expect(ann.getByRole('button', { name: 'Card copied' })).toBeVisible();
  const copied = await ann.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return item ? (await item.getType('text/html')).text() : '';
  });
  expect(copied).toContain('Opening costs one salary');
  expect(copied).toContain(words);

  // An argument of the flow stands in the file, too; a heading is moved by key, and another is dragged.
  await ann.goto(round.url);
  await ann.getByRole('gridcell', { name: 'Pro constructive, empty' }).last().click();
  await ann.keyboard.type('Habits are dear');
  await ann.keyboard.press('Escape');
  await isSaved(ann);
  await toCards(ann, round.url);
  await inFile(ann, 'Opening costs one salary').click();
  await ann.keyboard.press('a');
  const putting = ann.getByRole('dialog', { name: 'Put arguments into the file' });
  await expect(putting).toContainText('Under Sundays › Costs › One salary');
  await putting.getByRole('checkbox', { name: /Habits are dear/ }).check();
  await putting.getByRole('button', { name: 'File 1 argument' }).click();
  await inFile(ann, 'Habits are dear').click();
  await ann.keyboard.press('m');
  await ann.getByRole('combobox', { name: 'Hat' }).fill('Habits');
  await ann.getByRole('combobox', { name: 'Block' }).fill('');
  await ann.getByRole('button', { name: 'File it here' }).click();
  const hat = ann.getByRole('treeitem', { name: /^Habits Hat/ });
  await ann.getByRole('treeitem', { name: /^One salary Block/ }).dragTo(hat);
  await expect(ann.getByRole('treeitem', { name: /^Costs Hat/ })).toHaveCount(0);
  await ann.keyboard.press('Control+z');

  // Another side brings a Word file in: looked at first, then in its own file. What this text does not say is not checked.
  const file = { name: 'theirs.docx', mimeType: 'application/octet-stream', buffer: await theirFile() };
  await con.getByRole('button', { name: 'Bring in a Word file' }).click();
  const arriving = con.getByRole('dialog', { name: 'Bring in a Word file of cards' });
  await arriving.getByLabel('Word file').setInputFiles({ ...file, buffer: Buffer.from('no Word file') });
  await expect(arriving).toContainText('This is not a Word file');
  // The browser writes down that the server refused it, as it was to.
  expect(problems.splice(0)).toEqual([expect.stringContaining('422')]);
  await arriving.getByLabel('Word file').setInputFiles(file);
  await expect(arriving.getByRole('status')).toContainText(
    '2 cards found. 1 of them will say “source not checked”',
  );
  await expect(arriving.getByRole('list', { name: 'What was found' })).toContainText('Doors stay shut');
  await isSound(con);
  await arriving.getByRole('button', { name: 'Bring in 2 cards' }).click();
  await arriving.getByRole('button', { name: 'To the file' }).click();
  await isSaved(con);
  await inFile(con, 'Doors stay shut').click();
  const card = con.getByRole('article', { name: 'Card' });
  await expect(card).toContainText('Source not checked');
  await expect(card.getByText('Nobody counts', { exact: true })).toHaveAttribute('data-highlight', 'true');
  await inFile(con, 'Petitions are no measure').click();
  await expect(card).toContainText('The council answers that nobody asked.');
  await expect(card).not.toContainText('Source not checked');
  await expect(inFile(ann, 'Doors stay shut')).toHaveCount(0);

  for (const colorScheme of ['light', 'dark'] as const) {
    await ann.emulateMedia({ colorScheme });
    await isSound(ann);
  }
  await ann.setViewportSize({ width: 390, height: 844 });
  await isSound(ann);
  // On a phone what is open takes the place of the file.
  await ann
    .getByRole('navigation', { name: 'Beside the file' })
    .getByRole('button', { name: 'File' })
    .click();
  await expect(inFile(ann, 'Opening costs one salary')).toBeVisible();
  await isSound(ann);
});

test('[U37] cards are a view from the moment they are switched on, and none once they are switched off', async ({
  browser,
  server,
  problems,
}) => {
  const round = await openRound(browser, server, problems);
  const ann = await join(browser, problems, round, 'Ann');
  const cards = ann
    .getByRole('navigation', { name: 'Views of this discussion' })
    .getByRole('link', { name: 'Cards' });
  await expect(cards).toBeVisible();
  const api = round.url.replace(/\/rooms\/([^/]+)\/flow$/, '/api/rooms/$1');
  for (const on of [false, true]) {
    const headers = { origin: server.url };
    const data = { settings: { cards: on } };
    const changed = await round.coach.context().request.patch(api, { data, headers });
    expect(changed.ok()).toBe(true);
    await expect(cards).toHaveCount(on ? 1 : 0);
  }
  for (const page of [round.coach, ann]) await page.context().close();
});
