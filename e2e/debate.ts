// What stories of debates begin with: a squad, a Public Forum round on the stories' text, and people in their seats.

import type { Browser, Page } from '@playwright/test';
import type { AppServer } from './server.ts';
import { expect, isSaved, newPage, storyText } from './story.ts';

export type Round = { coach: Page; url: string; invite: string };

/** Someone signs up, brings the text into a squad, and opens a Public Forum round on it, which they chair. */
export async function openRound(browser: Browser, server: AppServer, problems: string[]): Promise<Round> {
  const coach = await newPage(browser, problems);
  const post = async <T>(path: string, data: unknown): Promise<T> => {
    const answer = await coach.context().request.post(`${server.url}/api${path}`, {
      data,
      headers: { origin: server.url },
    });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json() as Promise<T>;
  };
  await post('/accounts', { name: 'Cora', email: 'cora@example.org', password: 'a long enough password' });
  const space = await post<{ id: string }>('/spaces', { name: 'Squad', kind: 'squad' });
  const reading = await post<{ id: string }>('/readings', { spaceId: space.id, text: storyText });
  await coach.goto(`${server.url}/readings/${reading.id}`);
  await coach.getByRole('button', { name: 'Open a round' }).click();
  await coach.getByRole('menuitem', { name: 'Public Forum' }).click();
  await coach.waitForURL('**/rooms/*/flow');
  await isSaved(coach);
  const id = /rooms\/([^/]+)/.exec(coach.url())?.[1];
  const link = await post<{ url: string }>(`/rooms/${id}/invites`, { role: 'member' });
  return { coach, url: coach.url(), invite: link.url };
}

export async function join(browser: Browser, problems: string[], round: Round, name: string): Promise<Page> {
  const page = await newPage(browser, problems);
  await joinOn(page, round, name);
  return page;
}

/** The same in a page that was prepared for it. */
export async function joinOn(page: Page, { invite, url }: Round, name: string): Promise<void> {
  await page.goto(invite);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Join the discussion' }).click();
  await page.waitForURL('**/rooms/*');
  await page.goto(url);
  await isSaved(page);
}

/** The chair seats someone; both wait until it is so. */
export async function seat(coach: Page, name: string, what: { side?: string; part?: string }): Promise<void> {
  if (what.side) {
    const choice = coach.getByRole('combobox', { name: `Side of ${name}` });
    await choice.selectOption(what.side);
    await expect(choice).toHaveValue(what.side.toLowerCase());
  }
  if (what.part) {
    const choice = coach.getByRole('combobox', { name: `Part of ${name}` });
    await choice.selectOption(what.part);
  }
}

/** Ann and Abe sit for Pro, Con for Con, and both sides know it. */
export async function threeSeated(browser: Browser, problems: string[], round: Round) {
  const [ann, abe, con] = [
    await join(browser, problems, round, 'Ann'),
    await join(browser, problems, round, 'Abe'),
    await join(browser, problems, round, 'Con'),
  ];
  await seat(round.coach, 'Ann', { side: 'Pro' });
  await seat(round.coach, 'Abe', { side: 'Pro' });
  await seat(round.coach, 'Con', { side: 'Con' });
  await expect(ann.getByText('You flow for Pro')).toBeVisible();
  await expect(con.getByText('You flow for Con')).toBeVisible();
  return { ann, abe, con };
}
