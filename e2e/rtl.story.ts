// Texts from right to left, with names in Latin letters among them: brought in, read, selected and answered.

import type { Page } from '@playwright/test';
import { paintedWords } from './painted.ts';
import { expect, isSaved, newPage, note, openThread, selectWords, test } from './story.ts';

type Told = {
  language: string;
  text: string;
  title: string;
  /** A word inside a line, and the words that the keyboard takes: from the first of a paragraph to the second. */
  word: string;
  walked: { paragraph: string; first: string; both: string; sentence: string };
  mixed: string;
  name: string;
};

const told: readonly Told[] = [
  {
    language: 'Hebrew',
    title: 'הספרייה צריכה להיפתח בערב',
    text: `הספרייה צריכה להיפתח בערב

עיירה שקוראת רק בשעות העבודה קוראת מעט מאוד.

ספרייה שנסגרת בחמש סגורה בפני כל מי שעובד עד שש. פתיחתה בערב עולה משכורת אחת, ואילו סגירתה עולה לעיירה בהרגל הקריאה שלה.

הסופרת Virginia Woolf ביקשה חדר משלה, ואנחנו מבקשים רק שולחן אחד ומנורה.

Nobody asked, says the council in a letter that only some of us can read.

מי שמעולם לא מצא דלת פתוחה אינו עומד לפניה עם עצומה.
`,
    word: 'משכורת',
    walked: {
      paragraph: 'ספרייה שנסגרת',
      first: 'ספרייה',
      both: 'ספרייה שנסגרת',
      sentence: 'ספרייה שנסגרת בחמש סגורה בפני כל מי שעובד עד שש.',
    },
    mixed: 'הסופרת Virginia Woolf ביקשה',
    name: 'נועה Levi',
  },
  {
    language: 'Arabic',
    title: 'يجب أن تفتح المكتبة مساء',
    text: `يجب أن تفتح المكتبة مساء

مدينة تقرأ في ساعات العمل وحدها تقرأ القليل جدا.

مكتبة تغلق في الخامسة مغلقة أمام كل من يعمل حتى السادسة. فتحها في المساء يكلف راتبا واحدا، وإغلاقها يكلف المدينة عادة القراءة.

طلبت الكاتبة Virginia Woolf غرفة تخصها، ونحن نطلب طاولة ومصباحا.

Nobody asked, says the council in a letter that only some of us can read.

من لم يجد بابا مفتوحا قط لن يقف أمامه ومعه عريضة.
`,
    word: 'راتبا',
    walked: {
      paragraph: 'مكتبة تغلق',
      first: 'مكتبة',
      both: 'مكتبة تغلق',
      sentence: 'مكتبة تغلق في الخامسة مغلقة أمام كل من يعمل حتى السادسة.',
    },
    mixed: 'الكاتبة Virginia Woolf غرفة',
    name: 'ليلى Haddad',
  },
];

for (const { language, text, title, word, walked, mixed, name } of told) {
  test(`[U52] a reading in ${language} is pasted, selected by mouse and by keyboard, and answered`, async ({
    browser,
    server,
    problems,
  }) => {
    const ines = await newPage(browser, problems);
    const { roomId, invite } = await pastedBy(ines, server.url, text);
    await expect(ines.getByRole('heading', { level: 1, name: title })).toHaveCSS('direction', 'rtl');

    // The mouse takes exactly the word; so does its anchor, and what another sees painted.
    await note(ines, 'Comment', word, 'Whose money is it?');
    await isSaved(ines);
    const bea = await newPage(browser, problems);
    await bea.goto(invite);
    await bea.getByLabel('Your name').fill(name);
    await bea.getByRole('button', { name: 'Join the discussion' }).click();
    await bea.waitForURL('**/rooms/*');
    await isSaved(bea);
    await expect.poll(() => paintedWords(bea, 'note-')).toEqual([word]);
    expect(await anchorsIn(bea, server.url, roomId)).toEqual([word]);
    await openThread(bea, 'Whose money');
    await bea
      .getByRole('list', { name: /^Answer Ines with/ })
      .getByRole('button', { name: 'Agree', exact: true })
      .click();
    await bea.getByRole('textbox', { name: 'Answer Ines' }).fill(`${walked.both} 50%.`);
    await bea.getByRole('textbox', { name: 'Answer Ines' }).press('Control+Enter');
    await isSaved(bea);

    // A name in both scripts stands by itself: what follows it in the line keeps its place.
    const reply = ines.getByRole('article', { name: `${name} agrees with Ines, reply 1 of 1, level 2` });
    await openThread(ines, 'Whose money');
    await expect(reply.getByText(name, { exact: true })).toHaveCSS('unicode-bidi', /isolate/);
    await expect(reply.getByText('50%')).toHaveCSS('direction', 'rtl');
    await ines.keyboard.press('Escape');

    // By keys: the arrow that points onward is the left one, and what is taken is said.
    await ines.locator('[data-block]').first().focus();
    while (!(await ines.locator('[data-block]:focus').textContent())?.startsWith(walked.paragraph))
      await ines.keyboard.press('ArrowDown');
    await ines.keyboard.press('Enter');
    await expect(spoken(ines, walked.first)).toBeAttached();
    await ines.keyboard.press('Shift+ArrowLeft');
    await expect(spoken(ines, walked.both)).toBeAttached();
    await ines.keyboard.press('Shift+ArrowRight');
    await expect(spoken(ines, walked.first)).toBeAttached();
    await ines.keyboard.press('Alt+Shift+ArrowLeft');
    await expect(spoken(ines, walked.sentence)).toBeAttached();
    await ines.keyboard.press('h');
    await expect.poll(() => paintedWords(bea, 'note-')).toEqual([walked.sentence, word]);

    // Across a name in Latin letters, where the eye jumps and the text does not.
    await note(bea, 'Ask', mixed, 'A room of whose own?');
    await isSaved(bea);
    await expect.poll(async () => (await anchorsIn(bea, server.url, roomId)).at(-1)).toBe(mixed);
    await bea.keyboard.press('Escape');
    await isLaidOutLeftward(bea);

    // An English paragraph among them is read as such.
    await selectWords(bea, 'only some of us');
    await bea.keyboard.press('h');
    await expect.poll(() => paintedWords(bea, 'note-')).toContain('only some of us');
    for (const page of [ines, bea]) await page.context().close();
  });
}

function spoken(page: Page, words: string) {
  return page.getByText(`Selected: ${words}`, { exact: true });
}

async function pastedBy(page: Page, url: string, text: string): Promise<{ roomId: string; invite: string }> {
  const headers = { origin: url };
  const account = { name: 'Ines', email: 'ines@example.org', password: 'a long enough password' };
  const made = await page.context().request.post(`${url}/api/accounts`, { data: account, headers });
  expect(made.ok()).toBe(true);
  await page.goto(`${url}/readings/new`);
  const field = page.getByRole('textbox', { name: 'Text' });
  await field.fill(text);
  await expect(field).toHaveCSS('direction', 'rtl');
  await page.getByRole('button', { name: 'See how it reads' }).click();
  await page.getByRole('button', { name: 'Publish and discuss' }).click();
  await page.waitForURL('**/rooms/*');
  await isSaved(page);
  const roomId = /rooms\/([^/#?]+)/.exec(page.url())?.[1] ?? '';
  const link = await page
    .context()
    .request.post(`${url}/api/rooms/${roomId}/invites`, { data: { role: 'member' }, headers });
  const { url: invite } = (await link.json()) as { url: string };
  return { roomId, invite };
}

/** The quotes of all passages in the room, as the server has them. */
async function anchorsIn(page: Page, url: string, roomId: string): Promise<string[]> {
  const answer = await page.context().request.get(`${url}/api/rooms/${roomId}/records`);
  const { records } = (await answer.json()) as { records: { value: { anchor?: { quote: string } } }[] };
  return records.flatMap(({ value }) => value.anchor?.quote ?? []);
}

/** Numbers on the right of the text and notes on its left; nothing reaches over the page's sides. */
async function isLaidOutLeftward(page: Page): Promise<void> {
  const text = await page.locator('[data-block="1"]').boundingBox();
  const notes = await page.getByRole('complementary', { name: 'Notes' }).boundingBox();
  if (!text || !notes) throw new Error('the text or its notes are not on screen');
  expect(notes.x + notes.width).toBeLessThan(text.x);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1440);
  // Narrower, the notes open over the left side, and the text keeps clear of them.
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.getByRole('button', { name: /1 note on paragraph 3/ }).click();
  const panel = page.getByRole('dialog', { name: 'Thread' });
  await expect.poll(async () => (await panel.boundingBox())?.x).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1000);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1440, height: 900 });
}
