// Two sides hold a short Public Forum round: clocks, the flow by keyboard, what is dropped, a partner's words, and who
// may say nothing while it is on.

import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { join, joinOn, openRound, type Round, seat, threeSeated } from './debate.ts';
import { expect, isSaved, newPage, test } from './story.ts';

const cell = (page: Page, text: string) => page.getByRole('gridcell').filter({ hasText: text });

/** Goes to the empty cell of a speech on the last line and types there. */
async function type(page: Page, speech: string, text: string): Promise<void> {
  await page
    .getByRole('gridcell', { name: `${speech}, empty` })
    .last()
    .click();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
  await expect(cell(page, text)).toBeVisible();
}

async function answer(page: Page, to: string, text: string): Promise<void> {
  await cell(page, to).click();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
  await expect(cell(page, text)).toBeVisible();
}

/** The chair ends what is on and starts what comes next. */
async function goOnTo(coach: Page, speech: string): Promise<void> {
  await coach.getByRole('button', { name: `End, to ${speech}` }).click();
  await coach.getByRole('button', { name: 'Start' }).click();
  await expect(coach.getByRole('timer')).toHaveAccessibleName(new RegExp(`^${speech}: `));
}

async function isSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** The seconds a screen shows. */
async function secondsOn(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = (await page.getByRole('timer').innerText()).split(':').map(Number);
  return minutes * 60 + seconds;
}

test('two sides hold a round: what is dropped, a partner’s words, prep, and the clock', async ({
  browser,
  server,
  problems,
}) => {
  test.setTimeout(240_000);
  const round = await openRound(browser, server, problems);
  const { coach } = round;
  const { ann, abe, con } = await threeSeated(browser, problems, round);

  // Prep is the side's own until it is said in its speech.
  await type(ann, 'Pro constructive', 'Sunday is when people can read');
  await expect(cell(abe, 'Sunday is when people can read').getByText('Prep')).toBeVisible();
  await expect(cell(con, 'Sunday is when')).toHaveCount(0);
  await coach.getByRole('button', { name: 'Begin the round' }).click();
  await expect(coach.getByRole('timer')).toHaveAccessibleName(/^Pro constructive: /);
  // It is named before it runs: the coach sets the stage first, then the clock.
  await expect(ann.getByRole('timer')).toHaveAccessibleName(/^Pro constructive: /);
  await expect(ann.getByRole('timer')).toHaveAttribute('data-running', 'true');
  await cell(ann, 'Sunday is when').click();
  await ann.keyboard.press('Alt+s');
  await expect(cell(con, 'Sunday is when people can read')).toBeVisible();
  await type(ann, 'Pro constructive', 'It costs one salary');

  // The coach, who chairs, has no word in it.
  await type(coach, 'Pro constructive', 'Only for myself');
  await isSaved(coach);
  await expect(cell(con, 'Only for myself')).toHaveCount(0);

  // Nor has their name: they may call themselves what they like, and who debates reads what they are.
  await expect(con.getByText('The chair')).toBeVisible();
  await expect(con.getByText('Cora')).toHaveCount(0);

  // The clock is everyone's and survives a reload; over restarts it is server/room-client.test.ts's.
  await ann.reload();
  await isSaved(ann);
  await expect(ann.getByRole('timer')).toHaveAccessibleName(/^Pro constructive: .*left$/);
  // Two browsers are never read at one instant; a machine that stalls between them is given another look.
  const apart = async () => {
    const [atCoach, atAnn] = await Promise.all([secondsOn(coach), secondsOn(ann)]);
    return Math.abs(atCoach - atAnn);
  };
  await expect.poll(apart).toBeLessThanOrEqual(1);
  expect(await secondsOn(ann)).toBeLessThan(240);

  await goOnTo(coach, 'Con constructive');
  await type(con, 'Con constructive', 'Staff have families');
  await goOnTo(coach, 'Crossfire 1');
  await goOnTo(coach, 'Pro rebuttal');
  await answer(ann, 'Staff have families', 'Then pay the Sunday');

  // Abe words it better: both names, and only on their own side.
  await cell(abe, 'Then pay the Sunday').dblclick();
  await abe.keyboard.press('Control+a');
  await abe.keyboard.type('Then pay it as a Sunday');
  await abe.keyboard.press('Escape');
  await expect(cell(ann, 'Then pay it as a Sunday').getByText('Ann, changed by Abe')).toBeVisible();
  await expect(cell(con, 'Then pay the Sunday')).toBeVisible();

  await goOnTo(coach, 'Con rebuttal');
  await answer(con, 'It costs one salary', 'Light and heat, too');
  await expect(con.getByText('Dropped')).toHaveCount(0);
  await coach.getByRole('button', { name: 'End, to Crossfire 2' }).click();
  for (const page of [ann, abe, con]) {
    // The second rebuttal owed the first constructive an answer, and nobody owes the first rebuttal any.
    await expect(cell(page, 'Sunday is when people can read').getByText('Dropped')).toBeVisible();
    await expect(page.getByText('Dropped', { exact: true })).toHaveCount(1);
  }
  await isSaved(ann);
  await isSaved(con);

  // From its node on the map, too; whoever is not of this side goes on reading what was said.
  const onMap = (page: Page, words: RegExp) => page.getByRole('treeitem', { name: words });
  for (const page of [ann, abe, con]) await page.getByRole('link', { name: 'Map', exact: true }).click();
  await onMap(abe, /Then pay it as a Sunday/).click();
  const panel = abe.getByRole('complementary', { name: 'Point by Ann' });
  await panel.getByRole('button', { name: 'Reword' }).click();
  await panel.getByRole('textbox', { name: 'Put it in other words' }).fill('Then pay Sundays double');
  await abe.keyboard.press('Control+Enter');
  await expect(panel.getByText('Ann, changed by Abe. First: Then pay the Sunday')).toBeVisible();
  await expect(onMap(ann, /Then pay Sundays double/)).toBeVisible();
  await isSaved(abe);
  await expect(onMap(con, /Then pay the Sunday/)).toBeVisible();
  await expect(onMap(con, /double/)).toHaveCount(0);
  for (const page of [ann, abe, con, coach]) await page.context().close();
});

test('forty arguments through eight speeches, typed without a pause, and no letter is lost', async ({
  browser,
  server,
  problems,
}) => {
  test.setTimeout(600_000);
  const { coach } = await openRound(browser, server, problems);
  await coach.getByRole('gridcell', { name: 'Pro constructive, empty' }).click();
  const words = (line: number, column: number) => `${line}.${column} quick brown words`;
  for (let line = 0; line < 40; line++) {
    for (let column = 0; column < 8; column++) {
      await coach.keyboard.type(words(line, column));
      await coach.keyboard.press('Tab');
    }
  }
  await coach.keyboard.press('Escape');
  await isSaved(coach);
  await coach.reload();
  await isSaved(coach);
  await expect(coach.getByRole('row')).toHaveCount(42);
  const rows = await coach.getByRole('row').all();
  for (const [line, row] of rows.slice(1, 41).entries()) {
    const said = await row.getByRole('gridcell').locator('p:first-of-type').allInnerTexts();
    expect(said.map((text) => text.replace(/^Extend: /, ''))).toEqual(
      Array.from({ length: 8 }, (_, column) => words(line, column)),
    );
  }
  await coach.context().close();
});

/** In the browser: notes, by a clock that a page cannot set wrong, when the face of the clock changes. */
function watchFaces(): void {
  const timer = document.querySelector('[role="timer"]');
  if (!timer) throw new Error('there is no clock');
  window.faces = [];
  new MutationObserver(() => {
    window.faces?.push({ face: timer.textContent ?? '', atMs: performance.timeOrigin + performance.now() });
  }).observe(timer, { characterData: true, childList: true, subtree: true });
}

declare global {
  interface Window {
    faces?: { face: string; atMs: number }[];
  }
}

/**
 * When this page's clock would have stood at 0:00, by the same clock of the machine for all. A page can only be late to
 * show a face, so the earliest of many is the one by which its clock goes.
 */
async function zeroOf(page: Page): Promise<number> {
  const faces = (await page.evaluate(() => window.faces)) ?? [];
  const zeros = faces.map(({ face, atMs }) => {
    const [minutes = 0, seconds = 0] = face.split(':').map(Number);
    return atMs + (minutes * 60 + seconds) * 1000;
  });
  return Math.min(...zeros);
}

/** Someone joins whose device's clock is wrong by so much. */
async function joinWithWrongClock(
  browser: Browser,
  problems: string[],
  round: Round,
  byMs: number,
): Promise<Page> {
  const page = await newPage(browser, problems);
  await page.addInitScript((wrongByMs) => {
    const real = Date.now;
    Date.now = () => real() + wrongByMs;
  }, byMs);
  await joinOn(page, round, byMs < 0 ? 'Late' : 'Early');
  return page;
}

test('devices whose clocks are an hour wrong show the same time as the others, to a tenth of a second', async ({
  browser,
  server,
  problems,
}) => {
  test.slow();
  const round = await openRound(browser, server, problems);
  const page = await joinWithWrongClock(browser, problems, round, -3_600_000);
  const early = await joinWithWrongClock(browser, problems, round, 3_600_000);
  const screens = [round.coach, page, early];
  await round.coach.getByRole('button', { name: 'Begin the round' }).click();
  await expect.poll(() => secondsOn(page)).toBeLessThan(239);
  for (const screen of screens) await screen.evaluate(watchFaces);
  for (const screen of screens) await screen.waitForFunction(() => (window.faces?.length ?? 0) >= 8);
  // Where the machine stalls for long, the faces that follow tell.
  await expect
    .poll(async () => {
      const zeros = await Promise.all(screens.map(zeroOf));
      return Math.max(...zeros) - Math.min(...zeros);
    })
    .toBeLessThanOrEqual(100);
  await early.context().close();

  // The same clock is in the bar of every view, and hears the chair's keys there.
  const inBar = (one: Page) => one.getByRole('button', { name: /^Clocks\. Pro constructive / });
  await page.getByRole('link', { name: 'Read' }).click();
  await expect(inBar(page)).toBeVisible();
  await round.coach.getByRole('link', { name: 'Map' }).click();
  await expect(inBar(round.coach)).toBeVisible();
  await round.coach.keyboard.press('Alt+p');
  await expect
    .poll(async () => (await inBar(page).innerText()) === (await inBar(round.coach).innerText()))
    .toBe(true);
  await inBar(round.coach).click();
  await expect(round.coach.getByRole('dialog').getByRole('button', { name: 'Go on' })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(inBar(page)).toBeVisible();
  await isSound(page);
  await page.context().close();
  await round.coach.context().close();
});

test('a judge flows alone, and the ballot is everyone’s once it is given', async ({
  browser,
  server,
  problems,
}) => {
  const round = await openRound(browser, server, problems);
  const { coach } = round;
  const [jo, con] = [await join(browser, problems, round, 'Jo'), await join(browser, problems, round, 'Con')];
  await seat(coach, 'Jo', { part: 'Judges' });
  await seat(coach, 'Con', { side: 'Con' });
  await expect(jo.getByText('Your flow as judge')).toBeVisible();
  await coach.getByRole('button', { name: 'Begin the round' }).click();
  await type(jo, 'Con constructive', 'A private doubt');
  await jo.getByText('Your ballot').click();
  await jo.getByRole('combobox', { name: 'Who wins' }).selectOption('Con');
  await jo.getByRole('textbox', { name: 'Reason' }).fill('The cost was never answered.');
  await jo.getByRole('spinbutton', { name: 'Points for Con' }).fill('28.5');
  await isSound(jo);
  await expect(jo.getByRole('button', { name: 'Give the ballot' })).toBeDisabled();
  await coach.getByRole('button', { name: 'End the round' }).click();
  await jo.getByRole('button', { name: 'Give the ballot' }).click();
  const ballot = con.getByRole('region', { name: 'Ballot of Jo' });
  await expect(ballot.getByText('Con wins, says Jo')).toBeVisible();
  await expect(ballot.getByText('Con 28.5')).toBeVisible();
  await expect(cell(con, 'A private doubt')).toHaveCount(0);
  for (const page of [coach, jo, con]) await page.context().close();
});

test('[U38] the flow passes axe in both themes and on a phone; keys alone lead in and out of it, and run the clocks', async ({
  browser,
  server,
  problems,
}) => {
  const round = await openRound(browser, server, problems);
  const { coach } = round;
  await type(coach, 'Pro constructive', 'Sunday is when people can read');
  await answer(coach, 'Sunday is when', 'Nobody asked');
  for (const colorScheme of ['light', 'dark'] as const) {
    await coach.emulateMedia({ colorScheme });
    await isSound(coach);
  }
  // Its setup, too, with seats and one's own format.
  await coach.getByRole('combobox', { name: 'Format' }).selectOption('own');
  await expect(coach.getByRole('textbox', { name: /^A line a speech/ })).toBeVisible();
  await isSound(coach);
  await coach.getByText(/^Public Forum, not begun: set up$/).click();
  await cell(coach, 'Nobody asked').click();
  await coach.keyboard.press('Alt+e');
  await expect(cell(coach, 'Nobody asked').getByText('Evidence')).toBeVisible();
  await coach.keyboard.press('Control+z');
  await expect(cell(coach, 'Nobody asked').getByText('Evidence')).toHaveCount(0);
  await coach.keyboard.press('ArrowLeft');
  await coach.keyboard.press('Escape');
  await expect(coach.getByRole('tab', { name: /Pro case/ })).toBeFocused();
  await coach.keyboard.press('ArrowRight');
  await expect(coach.getByRole('tab', { name: 'Con case' })).toHaveAttribute('aria-selected', 'true');
  await coach.keyboard.press('ArrowLeft');

  // By key alone to another sheet, to a new one, and back among the cells each time.
  await cell(coach, 'Nobody asked').click();
  await coach.keyboard.press('Alt+PageDown');
  await expect(coach.getByRole('tab', { name: /Con case/ })).toHaveAttribute('aria-selected', 'true');
  await expect(cell(coach, 'Nobody asked')).toBeFocused();
  await coach.keyboard.press('Alt+m');
  await coach.keyboard.type('Topicality');
  await coach.keyboard.press('Enter');
  await expect(coach.getByRole('tab', { name: /Topicality/ })).toHaveAttribute('aria-selected', 'true');
  await expect(cell(coach, 'Nobody asked')).toBeFocused();
  await coach.keyboard.press('Alt+n');
  await expect(coach.getByRole('textbox', { name: 'Name of the new sheet' })).toBeFocused();
  await coach.keyboard.press('Escape');
  await expect(cell(coach, 'Nobody asked')).toBeFocused();
  await coach.keyboard.press('PageUp');
  await expect(coach.getByRole('tab', { name: /Topicality/ })).toHaveAttribute('aria-selected', 'false');
  await runClocksByKey(coach);
  await expect(coach.getByLabel('Keys of the flow')).toContainText('Move to a new sheet');
  await coach.setViewportSize({ width: 390, height: 844 });
  await expect(coach.getByRole('button', { name: /New argument in/ })).toBeVisible();
  await isSound(coach);
  await coach.context().close();
});

/** From a cell of the flow, whose own keys end no speech; and nothing rings unless it is asked to. */
async function runClocksByKey(coach: Page): Promise<void> {
  const clocks = coach.getByRole('region', { name: 'Clocks' });
  const clock = clocks.getByRole('timer');
  await expect(clocks.getByRole('button', { name: /^Ring when time/ })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await coach.getByRole('tab', { name: /Pro case/ }).click();
  await cell(coach, 'Sunday is when').click();
  await coach.keyboard.press('Alt+p');
  await expect(clocks.getByRole('button', { name: 'Pause' })).toBeVisible();
  await coach.keyboard.press('Alt+n');
  await expect(coach.getByRole('textbox', { name: 'Name of the new sheet' })).toBeFocused();
  await coach.keyboard.press('Escape');
  await coach.keyboard.press('Alt+p');
  await expect(clocks.getByRole('button', { name: 'Go on' })).toBeVisible();
  await expect(clock).toHaveAccessibleName(/^Pro constructive/);
  await coach.keyboard.press('Alt+o');
  await expect(clock).toHaveAccessibleName(/^Con constructive/);
}
