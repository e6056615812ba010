// A card of evidence, from the passage to the Word file: made by one debater, reworded by a partner, unseen by the other
// side, and with its words and their looks in the XML.

import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { openRound, threeSeated } from './debate.ts';
import { expect, isSaved, selectWords, test } from './story.ts';

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

test('a card goes from its passage over a partner’s wording to a Word file, and the other side sees nothing of it', async ({
  browser,
  server,
  problems,
}) => {
  test.setTimeout(240_000);
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

  for (const colorScheme of ['light', 'dark'] as const) {
    await ann.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: ann }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
});
