// A class is reviewed: one student by keyboard alone, and grades that are released, seen, exported and worked out again.

import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { extractText, getDocumentProxy } from 'unpdf';
import type { AppServer } from './server.ts';
import { choose, expect, isSaved, newPage, note, openThread, type Room, test } from './story.ts';

/** Someone who comes to the room by a link for its instructors. */
async function teacherIn(browser: Browser, server: AppServer, room: Room, problems: string[]): Promise<Page> {
  const [link] = await server.cli<{ url: string }>('invite', room.roomId, '--role', 'owner');
  const page = await newPage(browser, problems);
  await page.goto(link?.url ?? '');
  await page.getByLabel('Your name').fill('Tess');
  await page.getByRole('button', { name: 'Join the discussion' }).click();
  await page.waitForURL(`**/rooms/${room.roomId}`);
  await isSaved(page);
  await page.getByRole('link', { name: 'Review', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Students' })).toBeVisible();
  return page;
}

async function chooseSeminarRubric(teacher: Page): Promise<void> {
  await teacher.getByRole('button', { name: 'Settings…' }).click();
  const notesDue = teacher.getByLabel('Notes due');
  await notesDue.fill('2031-05-01T12:00');
  await teacher.getByRole('button', { name: 'Make a rubric…' }).click();
  await teacher.getByRole('button', { name: 'Use this rubric' }).click();
  // What was typed before is still there.
  await expect(notesDue).toHaveValue('2031-05-01T12:00');
  await notesDue.fill('');
  await teacher.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(teacher.getByRole('dialog')).toHaveCount(0);
}

// A class in several browsers takes its time on a busy machine.
test.describe.configure({ timeout: 300_000 });

const marksSaved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'Marks saved' })).toBeVisible();

test('[U39] a student is reviewed by keyboard alone in under a minute', async ({
  browser,
  server,
  room,
  guest,
  problems,
}) => {
  const ada = await guest('Ada');
  await note(ada, 'Claim', 'Opening it costs one salary', 'The sum is the whole argument.');
  // As a device tells it on which this was written two hours ago.
  await setBack(ada, 2 * hourMs);
  await note(ada, 'Ask', 'A quiet room with a lamp', 'Who pays for the lamp?');
  await isSaved(ada);
  const teacher = await teacherIn(browser, server, room, problems);
  await chooseSeminarRubric(teacher);

  // A minute is what the whole of it may take.
  await test.step(
    'from the matrix to a saved grade',
    async () => {
      await teacher
        .getByRole('region', { name: 'Students' })
        .getByRole('button', { name: 'Ada', exact: true })
        .focus();
      await teacher.keyboard.press('Enter');
      await expect(teacher.getByRole('main', { name: 'The work of Ada' })).toBeVisible();
      await teacher.keyboard.press('n');
      await teacher.keyboard.press('4');
      await teacher.keyboard.press('3');
      await teacher.keyboard.press('n');
      await teacher.keyboard.press('2');
      await teacher.keyboard.press('w');
      await teacher.keyboard.type('Ask what would have to be true.');
      await teacher.keyboard.press('Control+Enter');
      await teacher.keyboard.press('Escape');
      await expect(teacher.getByText('Ask what would have to be true.')).toBeVisible();
      await expect(teacher.getByText('9.0 / 12')).toBeVisible();
      await marksSaved(teacher);
    },
    { timeout: 60_000 },
  );

  await teacher.reload();
  await expect(teacher.getByText('9.0 / 12')).toBeVisible();
  await expect(teacher.getByText('1 of 1 reviewed')).toBeVisible();
  await acceptWhatCameLate(teacher);
  await gradeWithoutNames(teacher);
});

const hourMs = 3_600_000;

/** Sets back the clock by which this page says when something was written; its timers go on. */
async function setBack(page: Page, byMs: number): Promise<void> {
  await page.evaluate((ms) => {
    globalThis.Date = new Proxy(Date, {
      construct: (real, args, made) =>
        args.length > 0 ? Reflect.construct(real, args, made) : new real(real.now() - ms),
    });
  }, byMs);
}

/** Notes were due an hour ago: what was written before, and received after, is taken by one click, and given back. */
async function acceptWhatCameLate(teacher: Page): Promise<void> {
  await teacher.getByRole('button', { name: 'Settings…' }).click();
  const due = new Date(Date.now() - hourMs).toISOString().slice(0, 16);
  await teacher.getByLabel('Notes due').fill(due);
  await teacher.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(teacher.getByRole('dialog')).toHaveCount(0);
  const flagged = teacher.getByText(/^Written .* on this device, received/);
  await flagged.getByRole('button', { name: 'Accept' }).click();
  const taken = teacher.getByText(/after the due date; taken as in time/);
  await taken.getByRole('button', { name: 'Undo' }).click();
  await expect(flagged).toBeVisible();
}

async function gradeWithoutNames(teacher: Page): Promise<void> {
  await teacher.getByRole('checkbox', { name: 'Hide names' }).check();
  await expect(teacher.getByRole('main', { name: 'The work of Student 1' })).not.toContainText('Ada');
  await expect(teacher.getByRole('list', { name: 'Students' })).not.toContainText('Ada');
  await teacher.getByRole('checkbox', { name: 'Hide names' }).uncheck();
  await expect(teacher.getByRole('main', { name: 'The work of Ada' })).toBeVisible();
}

/** The plan for the next meeting is one sheet of paper, without the names of the class. */
async function printPlan(teacher: Page): Promise<void> {
  const items = teacher.getByRole('region', { name: 'Discuss these three' }).getByRole('listitem');
  const why = (await items.first().innerText()).split('\n').at(-1) ?? '';
  expect(why).not.toBe('');
  const sheet = await getDocumentProxy(new Uint8Array(await teacher.pdf({ format: 'A4' })));
  expect(sheet.numPages).toBe(1);
  const text = (await extractText(sheet, { mergePages: true })).text.replace(/\s+/g, ' ');
  for (const words of ['What to discuss next', why]) expect(text).toContain(words);
  for (const name of ['Ada', 'Bea', 'Settings']) expect(text).not.toContain(name);
}

/** Paragraph by paragraph, how many spoke, asked and disagreed; each leads to what was said there, or to its words. */
async function walkAlongText(teacher: Page): Promise<void> {
  const strip = teacher.getByRole('region', { name: 'Along the text' });
  const cells = (what: string) => strip.getByRole('row', { name: new RegExp(`^${what}`) }).getByRole('cell');
  await expect(cells('Spoke')).toHaveText(['0', '2', '0', '0', '0']);
  await expect(cells('Asked')).toHaveText(['0', '0', '0', '0', '0']);
  await expect(cells('Disagreed')).toHaveText(['0', '1', '0', '0', '0']);
  const tints = await cells('Spoke').evaluateAll((all) =>
    all.map((one) => getComputedStyle(one).backgroundColor),
  );
  expect(tints.map((tint) => tint === tints[1])).toEqual([false, true, false, false, false]);

  await strip.getByRole('link', { name: '4', exact: true }).click();
  await expect(teacher.locator('[data-block]:focus')).toContainText('There is a second answer');
  await teacher.goBack();
  await strip.getByRole('link', { name: '2', exact: true }).click();
  await expect(teacher.getByRole('article', { name: /^Ada: claim/ })).toBeFocused();
  await teacher.goBack();
  await expect(strip).toBeVisible();
}

/** What is laid out of the class is the course's to choose: counts and gaps, counts, or nothing. */
async function layOut(teacher: Page, level: 'full' | 'counts' | 'none'): Promise<void> {
  await teacher.getByRole('button', { name: 'Settings…' }).click();
  await choose(teacher.getByLabel('What is laid out'), level);
  await teacher.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(teacher.getByRole('dialog')).toHaveCount(0);
  const part = (name: string) => teacher.getByRole('region', { name });
  for (const name of ['Discuss these three', 'Along the text'])
    await expect(part(name)).toHaveCount(level === 'full' ? 1 : 0);
  await expect(part('Students')).toHaveCount(level === 'none' ? 0 : 1);
}

test('[U39] [U40] [U41] [U42] [U44] [U57] grades are released, seen, exported and worked out again', async ({
  browser,
  server,
  room,
  guest,
  problems,
}) => {
  const [ada, bea] = await Promise.all([guest('Ada'), guest('Bea')]);
  await note(ada, 'Claim', 'Opening it costs one salary', 'The sum is the whole argument.');
  await isSaved(ada);
  await openThread(bea, 'The sum is the whole');
  await bea
    .getByRole('list', { name: /^Answer Ada with/ })
    .getByRole('button', { name: 'Disagree' })
    .click();
  await bea.getByRole('textbox', { name: 'Answer Ada' }).fill('Heat and light cost more than the salary.');
  await bea.getByRole('button', { name: 'Answer', exact: true }).last().click();
  await isSaved(bea);

  const teacher = await teacherIn(browser, server, room, problems);
  await printPlan(teacher);
  await walkAlongText(teacher);
  // A number of the matrix leads to the thread that it counts.
  await teacher.getByRole('button', { name: 'Replies of Bea: 1' }).click();
  const work = teacher.getByRole('main', { name: 'The work of Bea' });
  await expect(work.getByRole('button', { name: 'Hide the thread' })).toBeVisible();
  await expect(
    work.getByRole('listitem').filter({ hasText: 'The sum is the whole argument.' }).first(),
  ).toBeVisible();
  await teacher.goBack();
  for (const level of ['counts', 'none', 'full'] as const) await layOut(teacher, level);
  await chooseSeminarRubric(teacher);
  await teacher.getByRole('button', { name: 'One by one' }).click();
  await expect(teacher.getByRole('main', { name: 'The work of Ada' })).toBeVisible();
  for (const key of ['n', '3', '2', '4']) await teacher.keyboard.press(key);
  await expect(teacher.getByText('9.0 / 12')).toBeVisible();
  await teacher.keyboard.press('j');
  await expect(teacher.getByRole('main', { name: 'The work of Bea' })).toBeVisible();
  for (const key of ['n', '1', '4', '2']) await teacher.keyboard.press(key);
  await expect(teacher.getByText('7.0 / 12')).toBeVisible();
  await marksSaved(teacher);

  await ada.getByRole('link', { name: 'My work' }).click();
  await expect(ada.getByText('Nothing is released to you yet')).toBeVisible();
  await expect(ada.getByText('Reads closely')).toHaveCount(0);
  await expect(ada.getByText(/^Your instructors see:/)).toBeVisible();

  await teacher.getByRole('button', { name: 'Release…' }).click();
  await teacher.getByRole('button', { name: 'Release to 2', exact: true }).click();
  await expect(teacher.getByText('Released to 2 students.')).toBeVisible();

  await ada.goto(`${room.url}/work`);
  await expect(ada.getByText('9.0 / 12')).toBeVisible();
  await expect(ada.getByText('Reads closely · 3')).toBeVisible();
  await expect(ada.getByText('7.0 / 12')).toHaveCount(0);

  await teacher.getByRole('button', { name: 'Export…' }).click();
  await stopExport(teacher);
  // Of the student whose work is open; else everyone's.
  const narrow = teacher.getByRole('checkbox', { name: 'Notes of this student only' });
  await narrow.check();
  const beas = await downloaded(teacher, 'Download Notes');
  expect(beas).toContain('Heat and light cost more');
  expect(beas).not.toContain('The sum is the whole argument.');
  await narrow.uncheck();
  expect(await downloaded(teacher, 'Download Notes')).toContain('The sum is the whole argument.');
  const receipts = await downloaded(teacher, 'Download Grades with receipts');
  expect(totalsFrom(receipts)).toEqual({ Ada: 9, Bea: 7 });
  const gradebook: Record<string, string>[] = parse(await downloaded(teacher, 'Download Gradebook'), {
    columns: true,
    bom: true,
  });
  expect(gradebook.map(({ student, grade }) => [student, grade])).toEqual([
    ['Ada', '9'],
    ['Bea', '7'],
  ]);

  await teacher.keyboard.press('Escape');
  await teacher.getByRole('button', { name: 'Withdraw from Bea' }).click();
  await bea.goto(`${room.url}/work`);
  await expect(bea.getByText('Nothing is released to you yet')).toBeVisible();
});

/** While a file is being written its progress is shown, and it can be stopped. */
async function stopExport(teacher: Page): Promise<void> {
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await teacher.route(/\/review\/export\?/, async (route) => {
    await held;
    // Once it was stopped there is nobody to answer.
    await route.continue().catch(() => {});
  });
  await teacher.getByRole('button', { name: 'Download Notes', exact: true }).click();
  await expect(teacher.getByRole('progressbar', { name: 'Writing the file' })).toBeVisible();
  await teacher.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(teacher.getByRole('progressbar', { name: 'Writing the file' })).toHaveCount(0);
  goOn();
  await teacher.unrouteAll({ behavior: 'wait' });
}

async function downloaded(page: Page, name: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  return readFileSync(await (await coming).path(), 'utf8');
}

/** One mark a criterion was given here, so a grade is their sum. */
function totalsFrom(csv: string): Record<string, number> {
  const totals: Record<string, number> = {};
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
  for (const { student, row, points } of rows) {
    if (student && row === 'mark') totals[student] = (totals[student] ?? 0) + Number(points);
  }
  return totals;
}
