// A text is corrected while people talk about it: every note says what became of its words, and those that lost them
// are given others.

import type { Page } from '@playwright/test';
import { paintedWords, pushDown } from './painted.ts';
import type { AppServer } from './server.ts';
import {
  choose,
  expect,
  isSaved,
  joinAs,
  newPage,
  note,
  openThread,
  type Room,
  selectWords,
  storyText,
  test,
} from './story.ts';

test.setTimeout(240_000);

const owner = { name: 'Olu', email: 'olu@example.org', password: 'correct horse battery' };

/** A discussion in a course of the owner's, made as a program would make it. */
async function ownRoom(server: AppServer): Promise<Room> {
  await server.cli('user', 'add', '--email', owner.email, '--name', owner.name, '--password', owner.password);
  const [made] = await server.cli<{ token: string }>('token', '--email', owner.email);
  const call = async <T>(path: string, body: object): Promise<T> => {
    const answer = await fetch(`${server.url}/api${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${made?.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as T;
  };
  const reading = await call<{ id: string }>('/readings', { text: storyText });
  const room = await call<{ id: string; url: string }>('/rooms', { readingId: reading.id });
  const invite = await call<{ url: string }>(`/rooms/${room.id}/invites`, {});
  return { roomId: room.id, url: room.url, invite: invite.url };
}

async function signIn(page: Page, server: AppServer, room: Room): Promise<void> {
  await page.goto(`${server.url}/sign-in?next=/rooms/${room.roomId}`);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password').fill(owner.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`**/rooms/${room.roomId}`);
  await isSaved(page);
}

test('notes become exact, reworded and gone when a paragraph is corrected; author and owner place two anew', async ({
  browser,
  server,
  problems,
}) => {
  const room = await ownRoom(server);
  const [ada, olu] = [await newPage(browser, problems), await newPage(browser, problems)];
  await joinAs(ada, room, 'Ada');
  await note(ada, 'Comment', 'Count instead the children', 'I have seen them wait.');
  await note(ada, 'Comment', 'a Sunday must be paid as a Sunday', 'Twice, by the contract.');
  await note(ada, 'Comment', 'That is a reason to plan', 'Who makes the plan?');
  await note(ada, 'Comment', 'not a reason to stay shut', 'Nor to stay dark.');
  await note(ada, 'Comment', 'A town that reads', 'Which one?');
  await isSaved(ada);

  await signIn(olu, server, room);
  await olu.getByRole('button', { name: 'Olu: account' }).click();
  await olu.getByRole('menuitem', { name: 'Correct the text' }).click();
  const paragraph = olu.getByRole('textbox', { name: 'Paragraph 4' });
  await olu.waitForLoadState('networkidle');
  await paragraph.click();
  await paragraph.fill(
    'There is a second answer, and it is better: staff have families too. So they do, and so a Sunday must be paid as a long Sunday, and shared in turn.',
  );
  await olu.getByRole('textbox', { name: 'Paragraph 1' }).fill('Closed doors, as they say, teach nobody.');
  await choose(olu.getByLabel(/^What (Paragraph|Quotation) 1 is$/), 'quotation');
  await olu.getByRole('button', { name: 'See what it does to the notes' }).click();
  await expect(olu.getByText('1 note stays exact, 1 is reworded, 3 lose their words.')).toBeVisible();
  await olu.getByRole('button', { name: 'Publish version 2' }).click();
  await expect(olu.getByText('Version 2 by Olu')).toBeVisible();

  // Nothing moves under the reader until they ask for it.
  await expect(ada.getByText('A corrected version is here.')).toBeVisible();
  await expect(ada.getByText('a Sunday must be paid as a Sunday')).toBeVisible();
  await ada.getByRole('button', { name: 'Show it' }).click();
  await expect(ada.getByText('paid as a long Sunday')).toBeVisible();
  await expect(ada.getByText('A corrected version is here.')).toHaveCount(0);
  // What was drawn behind the words that are gone is gone, too, though their paragraph has become another element.
  const painted = ['Count instead the children', 'a Sunday must be paid as a long Sunday'];
  await expect.poll(() => paintedWords(ada, 'note-')).toEqual(painted);
  await pushDown(ada, 'Count instead the children');
  await expect.poll(() => paintedWords(ada, 'note-')).toEqual(painted);

  await openThread(ada, 'Twice, by the contract');
  await expect(ada.getByText('This version of the text says it differently.')).toBeVisible();
  await expect(ada.getByRole('insertion').filter({ hasText: 'long' })).toBeVisible();
  await openThread(ada, 'I have seen them wait');
  await expect(ada.getByText(/not in this version|says it differently/)).toHaveCount(0);

  await openThread(ada, 'Who makes the plan');
  await expect(ada.getByText('These words are not in this version of the text.')).toBeVisible();
  await ada.getByRole('button', { name: 'Place it on other words' }).click();
  await selectWords(ada, 'shared in turn');
  await ada.getByRole('button', { name: 'Place the note here' }).click();
  await expect(ada.getByText('The note stands on these words now.')).toBeVisible();
  await expect(ada.getByText('These words are not in this version of the text.')).toHaveCount(0);
  await isSaved(ada);

  await olu.goto(room.url);
  await isSaved(olu);
  await openThread(olu, 'Nor to stay dark');
  await olu.getByRole('button', { name: 'Place it on other words' }).click();
  await selectWords(olu, 'It should not be locked');
  await olu.getByRole('button', { name: 'Place the note here' }).click();
  await expect(olu.getByText(/Placed here by Olu/)).toBeVisible();
  await isSaved(olu);
  await openThread(ada, 'Nor to stay dark');
  await expect(ada.getByText(/Placed here by Olu/)).toBeVisible();
  await expect(ada.getByText('not a reason to stay shut')).toBeVisible();
});
