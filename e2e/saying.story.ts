// From selected words to a note, as the conventions of the room have it: when the bar comes and where it stands, what is
// taken, what Esc does, and how passage, card and strip belong together.

import type { Page } from '@playwright/test';
import { paintedWords } from './painted.ts';
import { expect, isSaved, note, selectWords, test } from './story.ts';

const bar = (page: Page) => page.getByRole('toolbar', { name: /selected words/ });

test('[U1] [U2] [U4] [U5] [U7] [U8] [U33] words are selected, said something about, and found again', async ({
  guest,
  problems: _,
}) => {
  const ada = await guest('Ada');
  // A click selects nothing, and nothing comes of it.
  await ada.locator('[data-block="1"]').click();
  await expect(bar(ada)).toHaveCount(0);

  // From within a word to within a word is from word to word; with Alt it is exact.
  await selectWords(ada, 'alary; keep');
  await expect.poll(() => selected(ada)).toBe('salary; keeping');
  expect(await isClearOfWords(ada)).toBe(true);
  // Else the drag would begin on words that are selected.
  await ada.getByRole('heading', { level: 1 }).click();
  await ada.keyboard.down('Alt');
  await selectWords(ada, 'alary; keep');
  await ada.keyboard.up('Alt');
  expect(await selected(ada)).toBe('alary; keep');

  // Esc leaves an empty box at once, and asks where something was written.
  await ada.keyboard.press('r');
  const box = ada.getByRole('textbox', { name: 'Your note' });
  await expect(ada.getByRole('radio', { name: 'Disagree' })).toBeChecked();
  await ada.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
  await selectWords(ada, 'one salary');
  await ada.keyboard.press('a');
  await ada.keyboard.type('Whose?');
  await ada.keyboard.press('Escape');
  await expect(ada.getByRole('alert').filter({ hasText: 'Discard it?' })).toBeVisible();
  await ada.getByRole('button', { name: 'Keep writing' }).click();
  await box.press('Control+Enter');
  await isSaved(ada);

  // Over the passage its card is lit, and over the card its passage.
  const card = ada.locator('[data-card]').filter({ hasText: 'Whose?' });
  await ada.mouse.move(...(await middleOf(ada, 'one salary')));
  await expect(card).toHaveAttribute('data-lit', 'true');
  await ada.mouse.move(5, 400);
  await expect(card).toHaveAttribute('data-lit', 'false');
  await card.hover();
  await expect.poll(() => paintedWords(ada, 'lit-note')).toEqual(['one salary']);

  // Over two paragraphs, in one note.
  await dragBetween(ada, 'dearer', 'asked');
  await ada.keyboard.press('q');
  await box.fill('Do these two belong together?');
  await box.press('Control+Enter');
  await isSaved(ada);
  await expect
    .poll(() => paintedWords(ada, 'note-question'))
    .toEqual(['dearer to bring back than people.', 'The council answers that nobody asked']);
  await note(ada, 'Comment', 'most people could sit', 'Which day?');

  // The strip shows where: the last of three is far down.
  const marks = ada.locator('main > [aria-hidden="true"] i');
  await expect(marks).toHaveCount(3);
  const levels = await marks.evaluateAll((all) => all.map((mark) => mark.getBoundingClientRect().top));
  expect(levels).toEqual(levels.toSorted((a, b) => a - b));
  expect((levels[2] ?? 0) - (levels[1] ?? 0)).toBeGreaterThan(200);
  // Narrower, the notes are still at hand.
  await ada.setViewportSize({ width: 700, height: 800 });
  await expect
    .poll(() => paintedWords(ada, 'note-question'))
    .toEqual(['dearer to bring back than people.', 'The council answers that nobody asked']);
  await ada.getByRole('button', { name: 'Notes 3' }).click();
  await expect(ada.getByRole('dialog', { name: 'Notes' }).getByRole('listitem')).toHaveCount(3);
});

function selected(page: Page): Promise<string> {
  return page.evaluate(() => getSelection()?.toString() ?? '');
}

/** The bar covers none of the words it is about. */
function isClearOfWords(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const over = document.querySelector('[role="toolbar"]')?.getBoundingClientRect();
    const lines = [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])];
    return over !== undefined && lines.every(({ top, bottom }) => bottom <= over.top || top >= over.bottom);
  });
}

/** The middle of some words on screen. */
function middleOf(page: Page, words: string): Promise<[number, number]> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('article') ?? document,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    }
    throw new Error(`the text does not say: ${wanted}`);
  }, words);
}

async function dragBetween(page: Page, from: string, to: string): Promise<void> {
  await page.locator('[data-block="2"]').scrollIntoViewIfNeeded();
  await page.mouse.move(...(await middleOf(page, from)));
  await page.mouse.down();
  await page.mouse.move(...(await middleOf(page, to)), { steps: 6 });
  await page.mouse.up();
  await expect(bar(page)).toBeVisible();
}
