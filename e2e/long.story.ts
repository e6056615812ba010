// Content of every length that is allowed: the longest names and titles, words without end, emoji and stacked marks, five
// hundred notes on one sentence, a text of sixty thousand words. Nothing reaches over the page, and all of it works.

import type { APIRequestContext, Page } from '@playwright/test';
import { apiGuest, passage } from './api-guest.ts';
import { ask, signUp } from './screens/people.ts';
import { expect, isSaved, newPage, note, test } from './story.ts';

test.describe.configure({ timeout: 400_000 });

const endless = 'Unauflösbarkeitsvermutung'.repeat(12);
const emoji = '👩🏽‍🚒🏳️‍🌈👨‍👩‍👧‍👦'.repeat(10);
const stacked = `Z${'\u0351\u0363\u0308\u032D'.repeat(20)}algo`;
/** As long as a name may be, without a place to break it. */
const name = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3).slice(0, 80);
const crowded = 'This is the sentence that everybody marks.';
const last = 'Here the long text ends at last.';

/** Sixty thousand words in paragraphs of a hundred. */
function longText(): string {
  const words = 'a town that reads only on working days reads little and says so in many words'.split(' ');
  const paragraph = (i: number) =>
    `Paragraph ${i}. ${Array.from({ length: 98 }, (_, k) => words[(i * 7 + k * 5) % words.length]).join(' ')}.`;
  const paragraphs = Array.from({ length: 600 }, (_, i) => paragraph(i + 1));
  return [crowded, `${endless} ${emoji} ${stacked}`, ...paragraphs, last].join('\n\n');
}

test('the longest of everything breaks nothing, and can be selected, read and answered', async ({
  browser,
  server,
  problems,
}) => {
  const owner = await signUp(server, name);
  const made = (path: string, data: object) => ask<{ id: string; url: string }>(owner, 'POST', path, data);
  const { id: space } = await made('/spaces', { name: name.toUpperCase(), kind: 'course' });
  await made(`/spaces/${space}/seats`, {
    people: [{ name, email: `${'x'.repeat(60)}@example.org`, group: 'G' }],
  });
  const { id: reading } = await made('/readings', {
    spaceId: space,
    title: `A Long Text ${endless.slice(0, 280)}`,
    text: longText(),
  });
  const { id: room } = await made('/rooms', { readingId: reading });
  await fillWithNotes(owner.api, room);
  const { url: invite } = await made(`/rooms/${room}/invites`, { role: 'member' });
  const guest = await apiGuest(server.url, { roomId: room, invite }, name.slice(1));
  await guest.say({ quote: endless, body: `${endless} ${emoji}\n\n${stacked}` });

  const ines = await newPage(browser, problems, { storageState: await owner.api.storageState() });
  await ines.goto(`${server.url}/rooms/${room}`);
  await isSaved(ines);
  await keepsToPage(ines);
  // The margin shows some of five hundred, and leads to all.
  await ines.getByRole('button', { name: /\d+ (more )?notes on this paragraph/ }).click();
  const list = ines.getByRole('dialog', { name: 'Notes on this paragraph' });
  await expect(list.getByRole('listitem')).toHaveCount(500);
  await keepsToPage(ines);
  await list.getByRole('button', { name: /Open the thread of Reader 250/ }).click();
  await expect(ines.getByRole('article', { name: /^Reader 250,.*: comment/ })).toContainText('Note 250.');
  await ines
    .getByRole('list', { name: /^Answer Reader 250,.* with/ })
    .getByRole('button', { name: 'Agree', exact: true })
    .click();
  await ines.getByRole('textbox', { name: 'Answer Reader 250' }).fill(`${endless} 250`);
  await ines.getByRole('textbox', { name: 'Answer Reader 250' }).press('Control+Enter');
  await isSaved(ines);
  await keepsToPage(ines);
  await ines.keyboard.press('Escape');

  // A click on them asks which is meant, in a list that stays on the page.
  const sentence = ines.locator('[data-block="0"]');
  await sentence.scrollIntoViewIfNeeded();
  await sentence.click({ position: { x: 60, y: 12 } });
  const chooser = ines.getByRole('dialog', { name: '500 notes on these words' });
  await expect(chooser).toBeInViewport({ ratio: 1 });
  await ines.keyboard.press('Escape');

  // Words without end, and the last words of sixty thousand.
  await ines.getByRole('button', { name: '1 note on paragraph 2' }).press('Enter');
  await expect(ines.getByRole('article', { name: /: comment/ })).toBeFocused();
  await keepsToPage(ines);
  await ines.keyboard.press('Escape');
  await note(ines, 'Ask', 'ends at last', 'Is that all?');
  await isSaved(ines);
  await keepsToPage(ines);

  // Many arrivals are spoken as one.
  for (let i = 0; i < 6; i++) await guest.say({ quote: 'Paragraph 599.', body: `Also this, ${i}.` });
  await expect(ines.getByRole('status').filter({ hasText: /^\d+ new notes and replies\.$/ })).toBeAttached();

  for (const width of [1000, 390, 320]) {
    await ines.setViewportSize({ width, height: 800 });
    await ines.goto('about:blank');
    await ines.goto(`${server.url}/rooms/${room}`);
    await isSaved(ines);
    await keepsToPage(ines);
    await ines.getByRole('button', { name: '500 notes on paragraph 1' }).click();
    await expect(list.getByRole('listitem')).toHaveCount(500);
    await keepsToPage(ines);
    await list.getByRole('button', { name: /Open the thread of Reader 250/ }).click();
    await expect(ines.getByRole('dialog', { name: 'Thread' })).toContainText('250');
    await keepsToPage(ines);
  }
  const elsewhere = [
    '/library',
    `/spaces/${space}`,
    `/spaces/${space}/roster`,
    `/readings/${reading}`,
    '/settings',
  ];
  const inRoom = ['map', 'review', 'moderate'].map((view) => `/rooms/${room}/${view}`);
  for (const path of [...elsewhere, ...inRoom, '/inbox', `/print/${room}`]) {
    await ines.goto(server.url + path);
    await ines.waitForLoadState('networkidle');
    await keepsToPage(ines);
  }
  await ines.context().close();
});

/** Five hundred people mark one sentence: brought in from a file, as from another program. One has no end of a name. */
async function fillWithNotes(api: APIRequestContext, room: string): Promise<void> {
  const items = Array.from({ length: 500 }, (_, i) => ({
    type: 'Annotation',
    motivation: 'commenting',
    creator: { name: i === 0 ? 'N'.repeat(200) : `Reader ${i + 1}` },
    body: { type: 'TextualBody', value: `Note ${i + 1}.`, purpose: 'commenting' },
    target: passage(crowded),
  }));
  const buffer = Buffer.from(JSON.stringify(items));
  const file = { name: 'notes.json', mimeType: 'application/json', buffer };
  const answer = await api.post(`/api/rooms/${room}/import`, { multipart: { file } });
  expect(await answer.json()).toMatchObject({ notes: 500 });
}

/** Nothing reaches over the side of the page, nor over that of a panel or a card on it. */
async function keepsToPage(page: Page): Promise<void> {
  const over = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const frames = [...document.querySelectorAll<HTMLElement>('main, [role="dialog"], [data-card]')];
      const wide = frames.flatMap((frame) => {
        const { right, left } = frame.getBoundingClientRect();
        if (right > clientWidth + 1 || left < -1) return frame.outerHTML.slice(0, 200);
        if (frame.scrollWidth <= frame.clientWidth + 1) return [];
        const parts = [...frame.querySelectorAll('*')].filter((part) => {
          const edge = part.getBoundingClientRect();
          // The button that closes a card sits on its corner.
          const isOver = edge.right > right + 1 || edge.left < left - 1;
          return isOver && edge.width > 0 && !part.closest('[aria-label="Close the thread"]');
        });
        return parts.slice(-1).map((part) => part.outerHTML.slice(0, 200));
      });
      if (scrollWidth <= clientWidth) return wide;
      // What is too wide, and not only around it.
      const beyond = [...document.querySelectorAll('body *')].filter(
        (part) => part.getBoundingClientRect().left + part.scrollWidth > clientWidth + 1,
      );
      const named = beyond.slice(-3).map((part) => part.outerHTML.slice(0, 200));
      return [`page ${scrollWidth} of ${clientWidth}`, ...named, ...wide];
    });
  await expect.poll(over, { message: page.url(), timeout: 5000 }).toEqual([]);
}
