// A debate over two texts: one is added while people read, a passage of it is marked by one side and found by the other,
// from what is new, from the map and from its link; and it stays as long as anything stands in it.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openRound, threeSeated } from './debate.ts';
import { isKept } from './kept.ts';
import { expect, isSaved, newPage, note, selectWords, test } from './story.ts';

const second = 'The Last Bus Should Wait';
const secondText = `${second}

By Mara Quill, a driver

A bus that leaves before the shift is over carries nobody home.

The depot counts empty seats at eleven at night and calls them waste. It does not count the people who walked, because no one sells them a ticket.

Ten minutes of waiting cost the depot a litre of fuel; they cost a cleaner an hour on foot.
`;

const first = 'The Library Should Open on Sundays';
const switchTo = (page: Page, title: string) =>
  page.getByRole('navigation', { name: 'Readings' }).getByRole('link', { name: title });
const title = (page: Page, words: string) => page.getByRole('heading', { level: 1, name: words });

async function isSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('a second reading is added to a debate, marked by one side, and found by the other wherever it is told of', async ({
  browser,
  server,
  problems,
  losesNetwork,
}) => {
  test.setTimeout(300_000);
  const round = await openRound(browser, server, problems);
  const { coach } = round;
  const { ann, abe, con } = await threeSeated(browser, problems, round);
  await abe.context().close();
  const room = round.url.replace(/\/flow$/, '');
  for (const page of [coach, ann, con]) {
    await page.getByRole('link', { name: 'Read', exact: true }).click();
    await expect(title(page, first)).toBeVisible();
  }
  // Who may not change the readings of a debate with one of them sees nothing of this.
  await expect(ann.getByRole('navigation', { name: 'Readings' })).toHaveCount(0);

  // The chair brings in a text, and it goes straight into the debate.
  await coach.getByRole('button', { name: 'Add a reading' }).click();
  await coach.getByRole('link', { name: 'Bring in a text' }).click();
  await coach.getByRole('textbox', { name: 'Text', exact: true }).fill(secondText);
  await coach.getByRole('button', { name: 'See how it reads' }).click();
  await coach.getByRole('button', { name: 'Publish and add to the debate' }).click();
  await coach.waitForURL(`${room}?reading=*`);
  await expect(title(coach, second)).toBeVisible();

  // Both sides have it without a reload; the text they read stays where it is.
  for (const page of [ann, con]) {
    await expect(switchTo(page, second)).toBeVisible();
    await expect(title(page, first)).toBeVisible();
  }
  await switchTo(con, second).click();
  await expect(title(con, second)).toBeVisible();
  await note(con, 'Claim', 'the people who walked', 'They are the cost that nobody books.');
  await isSaved(con);

  // Ann is told, and one key leads her there; Back leads her back.
  await expect(switchTo(ann, second)).toContainText('1 new');
  await expect(ann.getByRole('button', { name: /Open the thread of Con/ })).toHaveCount(0);
  await ann.keyboard.press('n');
  await expect(title(ann, second)).toBeVisible();
  await expect(ann.getByRole('article', { name: /Con: claim/ })).toBeFocused();
  expect(new URL(ann.url()).searchParams.get('reading')).toMatch(/^[\w-]{16}$/);
  await ann.goBack();
  await expect(title(ann, first)).toBeVisible();
  await ann.keyboard.press(']');
  await expect(title(ann, second)).toBeVisible();

  // A card cut here cites this text, and its words are checked against it.
  await selectWords(ann, 'cost a cleaner an hour');
  await ann.keyboard.press('e');
  const editor = ann.getByRole('dialog', { name: 'Card' });
  await editor.getByRole('textbox', { name: 'Tag' }).fill('Waiting is cheap');
  await expect(editor.getByRole('textbox', { name: 'Author' })).toHaveValue('Mara Quill');
  await editor.getByRole('combobox', { name: 'Save to' }).selectOption('room');
  await editor.getByRole('button', { name: 'Save card' }).click();
  await expect(editor).toHaveCount(0);
  await isSaved(ann);

  // Search finds across both texts, and the other one's notes lead there.
  await switchTo(ann, first).click();
  await ann.keyboard.press('/');
  await ann.getByRole('searchbox', { name: 'Find in the notes' }).fill('nobody books');
  const elsewhere = ann.getByRole('region', { name: `Notes in ${second}` });
  await expect(elsewhere.getByRole('button', { name: /Open the thread of Con/ })).toBeVisible();
  await expect(switchTo(ann, second)).toContainText('1 note');
  await ann.goto(room);
  await isSaved(ann);

  // From the map to its passage: the right text, the right words.
  await ann.getByRole('link', { name: 'Map', exact: true }).click();
  const node = ann.getByRole('treeitem', { name: /They are the cost/ });
  await node.click();
  await expect(ann.getByRole('complementary', { name: /^Point by/ })).toContainText(`in ${second}`);
  const toPassage = ann.getByRole('link', { name: 'Show in the text' });
  const hash = new URL((await toPassage.getAttribute('href')) ?? '', room).hash;
  expect(hash).toMatch(/^#p=/);
  await toPassage.click();
  await expect(title(ann, second)).toBeVisible();
  await expect(ann.getByRole('article', { name: /Con: claim/ })).toBeFocused();

  // From its link, in a browser that was never there.
  const late = await newPage(browser, problems, { storageState: await ann.context().storageState() });
  await late.goto(`${room}${hash}`);
  await expect(title(late, second)).toBeVisible();
  await expect(late.getByRole('article', { name: /Con: claim/ })).toBeFocused();

  // It stays while anything stands in it; the switch is sound in the dark and on a phone.
  await coach.getByRole('button', { name: 'Change readings' }).click();
  const dialog = coach.getByRole('dialog', { name: 'Readings of this debate' });
  await isSound(coach);
  await dialog.getByRole('button', { name: `Take out ${second}` }).click();
  await expect(dialog.getByText(/stand in this reading/)).toBeVisible();
  // The browser writes down that the server refused it, as it was to.
  expect(problems.splice(0)).toEqual([expect.stringContaining('409')]);

  // Their order is everyone's, by key alone; the first is the one that the room opens with.
  await switchTo(con, first).click();
  await expect(title(con, first)).toBeVisible();
  const order = (page: Page) => page.getByRole('navigation', { name: 'Readings' }).getByRole('link');
  await dialog.getByRole('button', { name: `Move ${second} up` }).press('Enter');
  await expect(dialog.getByRole('button', { name: `Move ${second} up` })).toBeDisabled();
  await expect(order(con)).toHaveText([new RegExp(second), new RegExp(first)]);
  await expect(title(con, first)).toBeVisible();
  await dialog.getByRole('button', { name: `Move ${second} down` }).press('Enter');
  await expect(order(con)).toHaveText([new RegExp(first), new RegExp(second)]);
  await expect(dialog.getByRole('button', { name: `Move ${second} down` })).toBeFocused();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await coach.emulateMedia({ colorScheme: 'dark' });
  await isSound(coach);
  await late.setViewportSize({ width: 390, height: 844 });
  await late.goto(`${room}`);
  await isSaved(late);
  await isSound(late);
  await switchTo(late, second).click();
  await expect(title(late, second)).toBeVisible();
  await late.context().close();

  // On paper each note stands under the text it is about.
  await ann.goto(room.replace('/rooms/', '/print/'));
  await expect(ann.getByRole('region', { name: second }).getByText('They are the cost')).toBeVisible();

  // Without a network all of them are there: gone through, written in, and opened anew.
  const path = new URL(room).pathname;
  await con.goto(room);
  await isSaved(con);
  await isKept(con, path);
  losesNetwork.value = true;
  await con.context().setOffline(true);
  await switchTo(con, second).click();
  await expect(title(con, second)).toBeVisible();
  await note(con, 'Claim', 'an hour on foot', 'Said on the last bus.');
  await con.reload();
  await expect(title(con, second)).toBeVisible();
  await expect(con.getByRole('button', { name: /Open the thread of .*last bus/ })).toBeVisible();
  await switchTo(con, first).click();
  await expect(title(con, first)).toBeVisible();
  await con.context().setOffline(false);
  await isSaved(con);
  for (const page of [coach, ann, con]) await page.context().close();
});
