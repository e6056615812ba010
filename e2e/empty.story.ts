// Where nothing is yet: every such place says what will be there, and has one button that leads on.

import type { Locator, Page } from '@playwright/test';
import { expect, isSaved, newPage, note, storyText, test } from './story.ts';

/** What stands where nothing is under this title, and its one button, named `act`. */
async function leadsOn(page: Page | Locator, title: string, act: string): Promise<Locator> {
  const heading = page.getByRole('heading', { name: title, exact: true });
  await expect(heading).toBeVisible();
  const place = heading.locator('..');
  // It says more than that there is nothing.
  expect((await place.innerText()).length).toBeGreaterThan(title.length + act.length + 20);
  const acts = place.getByRole('link').or(place.getByRole('button'));
  await expect(acts).toHaveText([act]);
  return acts;
}

test('[U45] a new course says what fills it, and one button each leads there', async ({
  browser,
  server,
  problems,
}) => {
  const ines = await newPage(browser, problems);
  const send = async (path: string, data: object) => {
    const answer = await ines.request.post(`${server.url}/api${path}`, {
      data,
      headers: { origin: server.url },
    });
    expect(answer.ok(), path).toBe(true);
    return (await answer.json()) as { id: string };
  };
  await send('/accounts', { name: 'Ines', email: 'ines@example.org', password: 'a long enough password' });
  await ines.goto(`${server.url}/library`);
  await leadsOn(ines, 'Your first discussion, in a minute', 'Bring in a text');
  await ines.goto(`${server.url}/inbox`);
  await (await leadsOn(ines, 'Nothing waits for you', 'To the library')).click();
  await ines.waitForURL('**/library');

  const course = await send('/spaces', { name: 'Civics', kind: 'course' });
  await ines.goto(`${server.url}/spaces/${course.id}`);
  const part = (name: string) => ines.getByRole('region', { name, exact: true });
  await leadsOn(part('Assignments'), 'No assignments yet', 'New assignment');
  await leadsOn(part('Discussions'), 'No discussions yet', 'New reading');
  await leadsOn(part('Readings'), 'No readings yet', 'New reading');
  await leadsOn(part('Invite links'), 'No links are open', 'New invite link');

  const reading = await send('/readings', { spaceId: course.id, text: storyText });
  await ines.goto(`${server.url}/library`);
  await leadsOn(ines, 'No discussions yet', 'Open the newest reading');
  await ines.goto(`${server.url}/spaces/${course.id}`);
  await (await leadsOn(part('Discussions'), 'No discussions yet', 'Open the newest reading')).click();
  await ines.waitForURL(`**/readings/${reading.id}`);
  await expect(ines.getByRole('heading', { name: 'Nobody discusses it yet' })).toBeVisible();

  const terms = { title: 'Sundays', rooms: 'one', prompt: '', timeZone: 'UTC', names: 'named' };
  const assignment = await send(`/spaces/${course.id}/assignments`, {
    ...{ ...terms, readingId: reading.id, columnTitle: 'Sundays', visibility: { kind: 'open' } },
    ...{ notesDueAt: null, repliesDueAt: null, closesAt: null, requiredNotes: 0, requiredReplies: 0 },
  });
  await ines.goto(`${server.url}/assignments/${assignment.id}`);
  await (await leadsOn(ines, 'Nobody has a place yet', 'To the roster')).click();
  await ines.waitForURL('**/roster');
  await expect(ines.getByRole('heading', { name: 'Nobody is on the roster yet' })).toBeVisible();

  const room = await send('/rooms', { readingId: reading.id, title: 'Sundays' });
  await ines.goto(`${server.url}/rooms/${room.id}/review`);
  await (await leadsOn(ines, 'No students yet', 'Invite')).click();
  await expect(ines.getByRole('dialog', { name: 'Invite to this discussion' })).toBeVisible();
  await ines.goto(`${server.url}/rooms/${room.id}/moderate`);
  await (await leadsOn(ines, 'Nothing is flagged', 'Read the discussion')).click();
  await ines.waitForURL(`**/rooms/${room.id}`);
  await ines.context().close();
});

test('[U45] a new discussion says on each of its screens how to begin, and one button leads there', async ({
  guest,
  room,
}) => {
  const ada = await guest('Ada');
  const firstWords = ada.locator('[data-block]:focus');
  await ada.goto(`${room.url}/work`);
  await (await leadsOn(ada, 'You have said nothing here yet', 'To the text')).click();
  await ada.waitForURL(room.url);
  await ada.goto(`${room.url}/map`);
  await (await leadsOn(ada, 'Nothing to map yet', 'Go to the text')).click();
  await ada.waitForURL(room.url);
  await isSaved(ada);
  const margin = ada.getByRole('complementary', { name: 'Notes' });
  await expect(margin).toContainText('Select words in the text to say something about them.');
  await margin.getByRole('button', { name: 'To the text' }).click();
  await expect(firstWords).toContainText('A town that reads');

  await ada.getByRole('button', { name: 'All notes' }).click();
  const list = ada.getByRole('dialog', { name: 'Notes' });
  await (await leadsOn(list, 'No notes yet', 'To the text')).click();
  await expect(list).toHaveCount(0);
  await expect(firstWords).toContainText('A town that reads');

  await note(ada, 'Ask', 'one salary', 'Whose salary?');
  await ada.keyboard.press('Escape');
  await ada.keyboard.press('/');
  await ada.keyboard.type('nothing like it');
  await (await leadsOn(list, 'No note is like that', 'Show all')).click();
  await expect(list.getByText('Whose salary?')).toBeVisible();
  await expect(ada).not.toHaveURL(/q=/);
});
