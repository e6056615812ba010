// Finding one's way: what is new, what is looked for, and going anywhere by keys.

import { choose, expect, isSaved, note, openThread, selectWords, test } from './story.ts';

test('[U24] [U29] what another says is new until it is read, on every device of its reader', async ({
  guest,
  browser,
  problems: _,
}) => {
  const ada = await guest('Ada');
  const ben = await guest('Ben');
  await note(ben, 'Comment', 'one salary', 'Whose salary is it?');
  await note(ben, 'Ask', 'a lamp in it', 'Which lamp?');

  await ada.getByRole('button', { name: '2 new · show' }).click();
  const article = ada.getByRole('article', { name: 'Ben: comment, new' });
  await expect(article).toBeFocused();
  await expect(ada.getByRole('button', { name: '1 new · show' })).toBeVisible();

  // By key to the rest; what was read stays read on another device.
  await ada.keyboard.press('Escape');
  await ada.keyboard.press('n');
  await expect(ada.getByRole('article', { name: 'Ben: asks, new' })).toBeFocused();
  await expect(ada.getByRole('button', { name: /new · show/ })).toHaveCount(0);
  await isSaved(ada);
  const other = await browser.newContext({ storageState: await ada.context().storageState() });
  const desk = await other.newPage();
  await desk.goto(ada.url());
  await isSaved(desk);
  await desk.keyboard.press('n');
  await expect(desk.getByText('Nothing is unread.')).toBeVisible();
  await other.close();
});

test('[U32] [U31] notes are found by words and traits, and the address remembers', async ({
  guest,
  problems: _,
}) => {
  const ada = await guest('Ada');
  const ben = await guest('Ben');
  await note(ben, 'Comment', 'one salary', 'Whose salary is it?');
  await note(ada, 'Ask', 'a lamp in it', 'Which lamp, and who lights it?');

  await ada.keyboard.press('Escape');
  await ada.keyboard.press('/');
  await expect(ada.getByRole('searchbox', { name: 'Find in the notes' })).toBeFocused();
  await ada.keyboard.type('lights');
  const list = ada.getByRole('dialog', { name: 'Notes' });
  await expect(list.getByText('Which lamp')).toBeVisible();
  await expect(list.getByText('Whose salary')).toHaveCount(0);
  await expect(ada.getByText('1 note of 2 shown')).toBeVisible();

  await ada.getByRole('button', { name: 'With me in it' }).click();
  await ada.reload();
  await expect(ada.getByText('1 note of 2 shown')).toBeVisible();
  await expect(ada).toHaveURL(/q=lights&is=mine/);
  await ada.getByRole('button', { name: 'Show all' }).click();
  await expect(ada.getByText('Whose salary is it?')).toBeVisible();
  await ada.goBack();
  await expect(ada.getByText('1 note of 2 shown')).toBeVisible();

  // What stood open comes back with the address it stood open at, and how far down one had read.
  await ada.getByRole('button', { name: 'Show all' }).click();
  await ada.getByRole('button', { name: 'All notes' }).click();
  await list.getByRole('button', { name: 'With me in it' }).click();
  await ada.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await ada.goBack();
  await expect(list).toBeVisible();
  await expect(list.getByText('Whose salary')).toBeVisible();
  await ada.goForward();
  await expect(list).toHaveCount(0);
  await ada.setViewportSize({ width: 1440, height: 420 });
  await openThread(ada, 'Which lamp');
  await expect(ada.getByRole('article', { name: 'Ada: asks' })).toBeInViewport();
  const top = () => ada.evaluate(() => Math.round(scrollY));
  // Once it rests: what is kept is where one came to.
  await expect
    .poll(() => ada.evaluate(() => scrollY > 0 && history.state?.standsOpen?.top === scrollY))
    .toBe(true);
  const before = await top();
  // By the mouse alone: what finds an element first, as a click on it does here, scrolls.
  const home = await ada.getByRole('link', { name: 'Counterpoint' }).boundingBox();
  if (!home) throw new Error('the way to the library is not in sight');
  await ada.mouse.click(home.x + home.width / 2, home.y + home.height / 2);
  await ada.waitForURL('**/library');
  await ada.goBack();
  await expect(ada.getByRole('article', { name: 'Ada: asks' })).toBeInViewport();
  await expect.poll(top).toBe(before);
});

test('[U29] the palette goes to a paragraph and to a note, and the keys are listed', async ({
  guest,
  problems: _,
}) => {
  const ada = await guest('Ada');
  await note(ada, 'Comment', 'one salary', 'Whose salary is it?');
  await ada.keyboard.press('Escape');
  await ada.keyboard.press('Control+k');
  await ada.getByRole('searchbox', { name: 'Go to' }).fill('quiet room');
  await expect(ada.getByRole('menuitem', { name: /A quiet room/ })).toBeVisible();
  await ada.keyboard.press('Enter');
  await expect(ada.locator('[data-block]:focus')).toContainText('A quiet room with a lamp');

  await ada.keyboard.press('Control+k');
  await ada.getByRole('searchbox', { name: 'Go to' }).fill('whose');
  await expect(ada.getByRole('menuitem', { name: /Whose salary/ })).toBeVisible();
  await ada.keyboard.press('Enter');
  await expect(ada.getByRole('article', { name: 'Ada: comment' })).toBeFocused();

  await ada.keyboard.press('Escape');
  await ada.keyboard.press('?');
  await expect(ada.getByRole('dialog', { name: 'Keys' })).toContainText('Next unread note');
});

test('[U2] [U29] a key pressed in a dialog says nothing about the words selected beneath it', async ({
  guest,
  problems: _,
}) => {
  const ada = await guest('Ada');
  await selectWords(ada, 'one salary');
  await ada.keyboard.press('?');
  const keys = ada.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toBeVisible();
  await expect(ada.locator('[role="toolbar"][aria-label*="selected words"]')).toBeAttached();
  await ada.keyboard.press('h');
  await ada.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await isSaved(ada);
  await ada.reload();
  await isSaved(ada);
  const highlights = ada.getByRole('complementary', { name: 'Notes' }).getByText('Highlight');
  await expect(highlights).toHaveCount(0);
  await selectWords(ada, 'one salary');
  await ada.keyboard.press('h');
  await expect(highlights).toHaveCount(1);
});

test('[U29] keys go from thread to thread in the order of the text, round its ends, and are silent once switched off', async ({
  guest,
  server,
  room,
  problems: _,
}) => {
  const ada = await guest('Ada');
  await note(ada, 'Ask', 'a lamp in it', 'Which lamp?');
  await note(ada, 'Comment', 'A town that reads', 'Which town?');
  await note(ada, 'Claim', 'one salary', 'It is the whole argument.');
  await isSaved(ada);
  await ada.keyboard.press('Escape');
  const steps = [
    ['j', 'comment'],
    ['j', 'claim'],
    ['k', 'comment'],
    ['k', 'asks'],
    ['j', 'comment'],
  ] as const;
  for (const [key, kind] of steps) {
    await ada.keyboard.press(key);
    await expect(ada.getByRole('article', { name: `Ada: ${kind}` })).toBeFocused();
  }

  await ada.goto(`${server.url}/settings`);
  await choose(ada.getByLabel('Single letters as shortcuts'), 'off');
  await ada.goto(room.url);
  await isSaved(ada);
  for (const key of ['j', 'n', '/', '?']) await ada.keyboard.press(key);
  // What needs no letter alone is heard as before, and after them.
  await ada.keyboard.press('Control+k');
  await expect(ada.getByRole('searchbox', { name: 'Go to' })).toBeFocused();
  await ada.keyboard.press('Escape');
  await expect(ada.getByRole('dialog')).toHaveCount(0);
  await expect(ada.locator('[data-card][data-active="true"]')).toHaveCount(0);
});
