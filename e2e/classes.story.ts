// A class: made from a file, blind until earned, moderated, and gone when its time is over.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import { unsubscribeToken } from '#lib/data/notices/digest.ts';
import { database } from '#lib/data/store/database.ts';
import { insideData } from './inside.ts';
import type { AppServer } from './server.ts';
import {
  choose,
  choosePostAct,
  expect,
  isSaved,
  newPage,
  note,
  openThread,
  selectWords,
  storyText,
  test,
} from './story.ts';

const password = 'a long enough password';

async function signUp(browser: Browser, server: AppServer, name: string, problems: string[]): Promise<Page> {
  const page = await newPage(browser, problems);
  await page.goto(`${server.url}/sign-up`);
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/library');
  return page;
}

/** A student of this class: their address is expected, and the instructor says that it is they. */
async function student(
  browser: Browser,
  server: AppServer,
  { ines, spaceUrl }: { ines: Page; spaceUrl: string },
  name: string,
  problems: string[],
): Promise<Page> {
  const page = await signUp(browser, server, name, problems);
  const roster = await ines.context().newPage();
  await roster.goto(`${spaceUrl}/roster`);
  await roster.getByRole('button', { name: `Admit ${name}` }).click();
  await expect(roster.getByRole('button', { name: `Admit ${name}` })).toHaveCount(0);
  await roster.close();
  await page.reload();
  return page;
}

/** Thirty students in six groups, as a sheet. */
function sheet(): string {
  const lines = Array.from(
    { length: 30 },
    (_, i) => `Student ${i + 1},s${i + 1}@example.org,Group ${(i % 6) + 1}`,
  );
  return ['name,e-mail,group', ...lines].join('\n');
}

/** An instructor with a course of that sheet and an assignment on the story's text. */
async function makeClass(browser: Browser, server: AppServer, problems: string[], rows = sheet()) {
  const ines = await signUp(browser, server, 'Ines', problems);
  await ines
    .getByRole('link', { name: /course/i })
    .first()
    .click();
  await ines.waitForURL('**/spaces/*');
  const spaceUrl = ines.url();
  await ines.getByRole('link', { name: 'Roster' }).click();
  await ines.getByRole('button', { name: 'Add from a file' }).click();
  await ines
    .getByLabel('Roster file')
    .setInputFiles({ name: 'class.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await ines
    .getByRole('dialog')
    .getByRole('button', { name: /^Add \d+ (people|person)$/ })
    .click();
  await expect(
    ines
      .getByRole('status')
      .filter({ hasText: /people|person/ })
      .first(),
  ).toBeVisible();
  await ines.goto(`${server.url}/assignments/new?space=${spaceUrl.split('/').at(-1)}`);
  await ines.getByRole('textbox', { name: 'Text' }).fill(storyText);
  await ines.getByRole('button', { name: 'See how it reads' }).click();
  await ines.getByRole('button', { name: 'Publish and set the assignment' }).click();
  await ines.waitForURL('**/assignments/new?*');
  return { ines, spaceUrl };
}

/** Every text that reached this page: answers and socket frames. */
function recordAll(page: Page): () => string {
  const heard: Buffer[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.push(Buffer.from(payload))),
  );
  page.on('response', async (response) => {
    // Redirects and what a page left behind have no body.
    heard.push(await response.body().catch(() => Buffer.alloc(0)));
  });
  return () => Buffer.concat(heard).toString('latin1');
}

test('a class of 30 in 6 groups from a CSV; who is expected signs up, is admitted and is in their group', async ({
  browser,
  server,
  problems,
}) => {
  const taught = await makeClass(browser, server, problems);
  const { ines } = taught;
  await ines.getByLabel('Prompt').fill('Which answer is stronger, and why?');
  await ines.getByLabel('Notes due').fill('2031-03-04T18:00');
  await ines.getByRole('button', { name: 'Set the assignment' }).click();
  await ines.waitForURL(/assignments\/[\w-]{10,}$/);
  const rooms = ines.getByRole('list', { name: 'Discussions' }).getByRole('listitem');
  await expect(rooms).toHaveCount(6);
  await expect(rooms.first()).toContainText('0 of 5 here');
  const s8 = await student(browser, server, taught, 'S8', problems);
  await s8
    .getByRole('link', { name: /Group 2/ })
    .first()
    .click();
  await isSaved(s8);
  await expect(s8.getByText('Which answer is stronger, and why?')).toBeVisible();
  await expect(s8.getByText(/Notes due 4 Mar 2031 · you have 0 of 3 notes and 0 of 2 replies/)).toBeVisible();
  await ines.reload();
  await expect(rooms.nth(1)).toContainText('1 of 5 here');
  await copyForNewTerm(ines, taught.spaceUrl);
  await ines.context().close();
  await s8.context().close();
});

/** Ines takes the course into the next term, with the note she has in Group 2; nobody of the class is in it. */
async function copyForNewTerm(ines: Page, spaceUrl: string): Promise<void> {
  await ines.getByRole('link', { name: 'Group 2' }).click();
  await isSaved(ines);
  await note(ines, 'Comment', 'habits are dearer', 'How would you measure that?');
  await isSaved(ines);
  await ines.goto(spaceUrl);
  await ines.getByRole('link', { name: 'Copy for a new term' }).click();
  await ines.getByLabel('Name of the new course').fill('The next class');
  await ines.getByLabel('The first date becomes').fill('2032-03-02');
  const copied = ines.getByRole('list', { name: 'Assignments that are copied' });
  await expect(copied).toContainText('6 discussions: Group 1 to Group 6 · 1 note of yours');
  await expect(copied).toContainText('Tue, 2 Mar 2032, 18:00');
  await ines.getByRole('button', { name: 'Copy the course' }).click();
  await expect(ines.getByRole('heading', { name: 'The next class' })).toBeVisible();
  await expect(ines.getByRole('list', { name: 'Assignments' })).toContainText('Notes due 2 Mar 2032');
  await ines.getByRole('link', { name: 'Roster' }).click();
  await expect(ines).toHaveURL(/\/roster$/);
  await expect(ines.getByRole('heading', { name: 'Roster', exact: true })).toBeVisible();
  await expect(ines.getByText('Student 1')).toHaveCount(0);
  await ines.goBack();
  await ines.getByRole('link', { name: 'Group 2' }).first().click();
  await isSaved(ines);
  await expect(ines.getByText('How would you measure that?').first()).toBeVisible();
}

const secret =
  'Habits are what a town is made of, and nobody has yet costed the loss of one of them in the budget at all.';
const earning =
  'I count the children on the steps as the better evidence here, because they ask for nothing and come anyway, every week.';

test('a locked student is sent nothing of the others, earns sight without a reload, and under pseudonyms no name', async ({
  browser,
  server,
  problems,
}) => {
  const rows = 'name,e-mail,group\nAnnabel,annabel@example.org,Red\nBenedict,benedict@example.org,Red\n';
  const taught = await makeClass(browser, server, problems, rows);
  const { ines } = taught;
  await ines.getByLabel('Notes of their own').fill('1');
  await choose(ines.getByLabel('Students see each other'), 'pseudonymous');
  await ines.getByRole('button', { name: 'Set the assignment' }).click();
  await ines.waitForURL(/assignments\/[\w-]{10,}$/);
  const annabel = await student(browser, server, taught, 'Annabel', problems);
  await annabel.getByRole('link', { name: /Red/ }).first().click();
  await isSaved(annabel);
  await note(annabel, 'Comment', 'habits are dearer', secret);
  await isSaved(annabel);

  const benedict = await student(browser, server, taught, 'Benedict', problems);
  const heard = recordAll(benedict);
  await benedict.getByRole('link', { name: /Red/ }).first().click();
  await isSaved(benedict);
  await benedict.reload();
  await isSaved(benedict);
  for (const words of [secret.slice(0, 30), 'Annabel', 'annabel@example.org'])
    expect(heard()).not.toContain(words);
  await note(benedict, 'Comment', 'Count instead the children', earning);
  await expect(benedict.getByText(secret).first()).toBeVisible();
  for (const words of ['Annabel', 'annabel@example.org']) expect(heard()).not.toContain(words);
  for (const page of [ines, annabel, benedict]) await page.context().close();
});

test('an open page sees its discussion close at the set time, and open again for later dates', async ({
  browser,
  server,
  problems,
}) => {
  const rows = 'name,e-mail,group\nAnnabel,annabel@example.org,Red\n';
  const taught = await makeClass(browser, server, problems, rows);
  const { ines } = taught;
  await ines.getByRole('button', { name: 'Set the assignment' }).click();
  await ines.waitForURL(/assignments\/[\w-]{10,}$/);
  const annabel = await student(browser, server, taught, 'Annabel', problems);
  await annabel.getByRole('link', { name: /Red/ }).first().click();
  await isSaved(annabel);
  const closed = annabel.getByRole('banner').getByText('Closed', { exact: true });
  await expect(closed).toHaveCount(0);
  const closeAt = async (closesAt: string | null) => {
    const url = `${server.url}/api/assignments/${ines.url().split('/').at(-1)}`;
    const data = { notesDueAt: null, repliesDueAt: null, closesAt };
    const changed = await ines.context().request.patch(url, { data, headers: { origin: server.url } });
    expect(changed.ok()).toBe(true);
  };
  // The page is told the time well before it comes, and nothing when it does.
  await closeAt(new Date(Date.now() + 8000).toISOString());
  await expect(closed).toBeVisible();
  await closeAt(null);
  await expect(closed).toHaveCount(0);
  for (const page of [ines, annabel]) await page.context().close();
});

test('an instructor says something once, both groups see it, and neither sees what the other answers', async ({
  browser,
  server,
  problems,
}) => {
  // Three people sign up and come in first.
  test.setTimeout(300_000);
  const rows = 'name,e-mail,group\nAda,ada@example.org,Red\nBen,ben@example.org,Blue\n';
  const taught = await makeClass(browser, server, problems, rows);
  const { ines } = taught;
  await ines.getByRole('button', { name: 'Set the assignment' }).click();
  await ines.waitForURL(/assignments\/[\w-]{10,}$/);
  const assignment = ines.url();
  const ada = await student(browser, server, taught, 'Ada', problems);
  await ada.getByRole('link', { name: /Red/ }).first().click();
  await isSaved(ada);
  const ben = await student(browser, server, taught, 'Ben', problems);
  await ben.getByRole('link', { name: /Blue/ }).first().click();
  await isSaved(ben);

  await ines.getByRole('link', { name: 'Red' }).click();
  await isSaved(ines);
  await selectWords(ines, 'a Sunday must be paid as a Sunday');
  await ines.getByRole('toolbar').getByRole('button', { name: 'Ask', exact: true }).click();
  await ines.getByRole('textbox', { name: 'Your note' }).fill('Who would pay for it, and out of what?');
  await ines.getByLabel('Seen by').selectOption('all 2 groups');
  await ines.getByRole('button', { name: 'Post', exact: true }).click();
  const answers = [
    [ada, 'The town pays, out of its general budget.'],
    [ben, 'Nobody does, and so it stays shut.'],
  ] as const;
  for (const [page, words] of answers) {
    await openThread(page, 'Who would pay for it');
    await expect(page.getByText('Instructor, to all groups').first()).toBeVisible();
    await page.getByRole('button', { name: 'Disagree', exact: true }).click();
    await expect(page.getByText('Your answer stays in this group.')).toBeVisible();
    const box = page.getByRole('textbox', { name: 'Answer Ines' });
    await box.fill(words);
    await box.press('Control+Enter');
    await expect(box).toHaveCount(0);
    await isSaved(page);
  }
  await openThread(ines, 'Who would pay for it');
  await expect(ines.getByText(answers[0][1]).first()).toBeVisible();
  await expect(ada.getByText(answers[1][1])).toHaveCount(0);
  await expect(ben.getByText(answers[0][1])).toHaveCount(0);

  await ines.goto(assignment);
  await ines.getByRole('link', { name: 'Blue' }).click();
  await isSaved(ines);
  await openThread(ines, 'Who would pay for it');
  await expect(ines.getByText(answers[1][1]).first()).toBeVisible();
  await expect(ines.getByText(answers[0][1])).toHaveCount(0);
  await ines.getByRole('button', { name: 'Edit', exact: true }).click();
  await ines.getByRole('textbox', { name: 'Change your note' }).fill('Who pays, and out of what?');
  await ines.getByRole('button', { name: 'Save', exact: true }).click();
  for (const page of [ada, ben])
    await expect(page.getByText('Who pays, and out of what?').first()).toBeVisible();
  for (const page of [ines, ada, ben]) await page.context().close();
});

test('[U43] a flagged note is hidden with a reason, its author sees why, and it is shown again', async ({
  browser,
  server,
  problems,
}) => {
  const rows = 'name,e-mail,group\nAda,ada@example.org,Red\nBen,ben@example.org,Red\n';
  const taught = await makeClass(browser, server, problems, rows);
  const { ines } = taught;
  await choose(ines.getByLabel('Students see others’ notes'), 'open');
  await ines.getByRole('button', { name: 'Set the assignment' }).click();
  await ines.waitForURL(/assignments\/[\w-]{10,}$/);
  const ada = await student(browser, server, taught, 'Ada', problems);
  await ada.getByRole('link', { name: /Red/ }).first().click();
  await isSaved(ada);
  await note(ada, 'Comment', 'habits are dearer', 'Only a fool would pay for that.');
  await isSaved(ada);
  const ben = await student(browser, server, taught, 'Ben', problems);
  await ben.getByRole('link', { name: /Red/ }).first().click();
  await isSaved(ben);
  await openThread(ben, 'Only a fool');
  await choosePostAct(ben, 'Flag…');
  await ben.getByRole('dialog').getByLabel('What is wrong with it?').fill('It calls people fools.');
  await ben.getByRole('dialog').getByRole('button', { name: 'Flag', exact: true }).click();
  await expect(ben.getByText('The instructors will see it.')).toBeVisible();

  await ines.getByRole('link', { name: 'Red' }).click();
  await isSaved(ines);
  await ines.getByRole('link', { name: 'Moderate' }).click();
  const queue = ines.getByRole('list', { name: 'Flagged notes' });
  await expect(queue).toContainText('It calls people fools.');
  await queue.getByRole('button', { name: 'Hide…' }).click();
  await ines.getByRole('dialog').getByRole('textbox').fill('Speak of the argument, not of people.');
  await ines.getByRole('dialog').getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(ben.getByText(/Hidden from members by Ines: Speak of the argument/).first()).toBeVisible();
  await expect(ben.getByText('Only a fool would pay for that.')).toHaveCount(0);
  await openThread(ada, 'Only a fool');
  await expect(ada.getByText(/Hidden from members by Ines: Speak of the argument/)).toBeVisible();
  await ines.getByRole('button', { name: 'Undo' }).click();
  await expect(ben.getByText('Only a fool would pay for that.').first()).toBeVisible();
  await ines.reload();
  await expect(ines.getByRole('list', { name: 'Audit trail' })).toContainText('Ines hid a note by Ada');
  for (const page of [ines, ada, ben]) await page.context().close();
});

test('[U56] a course ends unasked, for its end can be taken back; it is purged and nothing of it is in the data folder', async ({
  browser,
  server,
  problems,
  losesNetwork,
}) => {
  // The server is started anew, to know a mail server.
  losesNetwork.value = true;
  const rows = 'name,e-mail,group\nDorothea,dorothea.p@example.org,Red\n';
  const { ines, spaceUrl } = await makeClass(browser, server, problems, rows);
  await digestByMail(browser, server, ines, problems);
  await ines.getByRole('button', { name: 'Set the assignment' }).click();
  await ines.waitForURL(/assignments\/[\w-]{10,}$/);
  await ines.getByRole('link', { name: 'Red' }).click();
  await isSaved(ines);
  await note(ines, 'Comment', 'habits are dearer', 'A remark that will not outlive its course.');
  await isSaved(ines);
  await ines.goto(spaceUrl);
  const end = ines.getByRole('button', { name: 'End the course' });
  const asked: (string | null)[] = [];
  ines.on('request', (request) => {
    if (request.method() === 'PATCH') asked.push(request.postData());
  });
  await end.click();
  await expect(ines.getByText(/^This course has ended\. Everything said in it is deleted on/)).toBeVisible();
  await expect(ines.getByRole('alertdialog')).toHaveCount(0);
  await lateSecondClick(ines, ines.getByRole('button', { name: 'It goes on' }));
  await ines.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(end).toBeVisible();
  expect(asked).toEqual(['{"ended":true}', '{"ended":false}']);
  const has = (text: string) =>
    readdirSync(server.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(text));
  const traces = ['A remark that will not outlive', 'costs a town its habit', 'dorothea.p@example.org'];
  for (const text of traces) expect(has(text), text).toBe(true);
  await ines.context().close();
  await server.cli('purge', '--space', spaceUrl.split('/').at(-1) ?? '');
  for (const text of traces) await expect.poll(() => has(text), text).toBe(false);
});

/** What is left of a double click once the page has answered the first. */
async function lateSecondClick(page: Page, button: Locator): Promise<void> {
  await button.hover();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
}

/** Where the server can mail, a digest is chosen in the settings and ended by its link, by whoever has the link. */
async function digestByMail(
  browser: Browser,
  server: AppServer,
  ines: Page,
  problems: string[],
): Promise<void> {
  const here = ines.url();
  await server.stop();
  const token = await insideData(server.dataDir, async () => {
    const accounts = database().read.selectFrom('account').select('id');
    const { id } = await accounts.where('email', '=', 'ines@example.org').executeTakeFirstOrThrow();
    return unsubscribeToken(id);
  });
  await server.restartWith({ SMTP_URL: 'smtp://127.0.0.1:9' });
  await ines.goto(`${server.url}/settings`);
  const digest = ines.getByLabel('Replies, mentions and what is due');
  await expect(digest).toHaveValue('off');
  await choose(digest, 'daily');
  await expect(ines.getByText('You will be mailed once a day.').first()).toBeVisible();
  await ines.reload();
  await expect(digest).toHaveValue('daily');

  const anyone = await newPage(browser, problems);
  await anyone.goto(`${server.url}/unsubscribe/${token}`);
  await anyone.getByRole('button', { name: 'End these e-mails' }).click();
  await expect(anyone.getByText('No more daily e-mails')).toBeVisible();
  await anyone.context().close();
  await ines.reload();
  await expect(digest).toHaveValue('off');
  await ines.goto(here);
}
