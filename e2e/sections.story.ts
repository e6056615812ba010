// An assistant who is limited to a section: what is on their pages of the course, what is not, and what they may still do.

import type { Page } from '@playwright/test';
import { browserOf, makeCourse } from './course.ts';
import { ask } from './screens/people.ts';
import { expect, isSaved, test } from './story.ts';

test('[decision 28] “Of people that means those of their sections; of rooms, their sections’ and those of no section”', async ({
  browser,
  server,
  problems,
}) => {
  const { course, assignment, blue, red, ...who } = await makeCourse(server);
  const ines = await browserOf(browser, server, who.ines, problems);
  const theo = await browserOf(browser, server, who.theo, problems);
  await theo.goto(`/spaces/${course}/roster`);
  await expect(theo.getByRole('row', { name: /Mona Adler/ })).toBeVisible();
  await expect(theo.getByRole('button', { name: 'Deal groups' })).toBeVisible();

  await ines.goto(`/spaces/${course}/roster`);
  const limit = ines.getByRole('group', { name: /Theo Lind/ });
  // Pressed in quick succession, each box stays as it was pressed.
  await limit.getByRole('checkbox', { name: 'Mon' }).check();
  await limit.getByRole('checkbox', { name: 'Tue' }).check();
  await limit.getByRole('checkbox', { name: 'Mon' }).uncheck();
  await expect(limit).toContainText('these sections only');
  const sectionsOfTheo = async () => {
    await ines.waitForLoadState('networkidle');
    await ines.reload();
    return limit.getByRole('checkbox', { checked: true }).evaluateAll((boxes) => boxes.length);
  };
  await expect.poll(sectionsOfTheo).toBe(1);
  await expect(limit.getByRole('checkbox', { name: 'Tue' })).toBeChecked();

  // The roster: those of the section, and nothing that touches everyone.
  await theo.reload();
  await expect(theo.getByText('only section Tue')).toBeVisible();
  await expect(theo.getByRole('row', { name: /Tara Conti/ })).toBeVisible();
  for (const name of ['Mona Adler', 'Nils Free'])
    await expect(theo.getByRole('row', { name: new RegExp(name) })).toHaveCount(0);
  await expect(theo.getByRole('button', { name: 'Deal groups' })).toHaveCount(0);
  await expect(theo.getByText('Assistants and their sections')).toHaveCount(0);

  // The course: their discussions; of the people all names, and no more of those who are not theirs.
  await theo.goto(`/spaces/${course}`);
  await expect(theo.getByText('Course · Assistant · only section Tue')).toBeVisible();
  await expect(theo.getByRole('link', { name: /right\? · Blue/ })).toBeVisible();
  await expect(theo.getByRole('link', { name: /right\? · Red/ })).toHaveCount(0);
  await expect(theo.getByText('mona.adler@example.org')).toHaveCount(0);
  await expect(theo.getByRole('button', { name: /^Remove/ })).toHaveCount(1);
  await expect(theo.getByRole('link', { name: 'New assignment' })).toHaveCount(0);
  await expect(theo.getByRole('heading', { name: 'Invite links' })).toHaveCount(0);

  // The assignment, and the review of all groups: theirs, with nothing to change for everyone.
  await theo.goto(`/assignments/${assignment}`);
  await expect(theo.getByText('only section Tue')).toBeVisible();
  await expect(theo.getByRole('link', { name: 'Blue' })).toBeVisible();
  await expect(theo.getByRole('link', { name: 'Red' })).toHaveCount(0);
  await expect(theo.getByRole('row', { name: /Tara Conti/ })).toBeVisible();
  await expect(theo.getByText('Mona Adler')).toHaveCount(0);
  await expect(theo.getByRole('heading', { name: 'Settings' })).toHaveCount(0);
  await theo.getByRole('link', { name: 'Review all groups' }).click();
  await expect(theo.getByRole('row', { name: /Tara Conti/ })).toBeVisible();
  await expect(theo.getByText('only section Tue')).toBeVisible();
  for (const words of ['Mona Adler', 'Red']) await expect(theo.getByText(words)).toHaveCount(0);

  // Rooms: theirs to review and to moderate, and no way into another's.
  await theo.goto(`/rooms/${blue}/moderate`);
  await isSaved(theo);
  await expect(theo.getByRole('heading', { name: 'Who may write' })).toBeVisible();
  await expect(theo.getByText('Tara Conti')).toBeVisible();
  await theo.getByRole('link', { name: 'Review' }).click();
  await expect(theo.getByRole('row', { name: /Tara Conti/ })).toBeVisible();
  for (const view of ['', '/review', '/moderate']) {
    await theo.goto(`/rooms/${red}${view}`);
    await expect(theo.getByText('There is no such discussion for you')).toBeVisible();
  }

  // A section of which nobody is says why its pages are empty.
  await ask(who.ines, 'POST', `/spaces/${course}/members/${who.theo.account}/sections`, {
    sections: ['Wed', 'Thu'],
  });
  await theo.goto(`/spaces/${course}/roster`);
  await expect(theo.getByText('Nobody on the roster is of your sections yet')).toBeVisible();
  await theo.goto(`/assignments/${assignment}`);
  await expect(theo.getByText('No discussion of it is yours yet')).toBeVisible();

  // The limit is lifted: everyone is there again.
  await ask(who.ines, 'POST', `/spaces/${course}/members/${who.theo.account}/sections`, { sections: [] });
  await theo.goto(`/spaces/${course}/roster`);
  await expect(theo.getByRole('row', { name: /Mona Adler/ })).toBeVisible();
  await expect(theo.getByText('only section')).toHaveCount(0);
  for (const page of [ines, theo]) await page.context().close();
});

test('[decision 28] keeping the roster is kept: whom a limited assistant adds is of their section', async ({
  browser,
  server,
  problems,
}) => {
  const { course, ...who } = await makeCourse(server);
  await ask(who.ines, 'POST', `/spaces/${course}/members/${who.theo.account}/sections`, {
    sections: ['Tue'],
  });
  const theo = await browserOf(browser, server, who.theo, problems);
  await theo.goto(`/spaces/${course}/roster`);
  await theo.getByRole('button', { name: 'Add one person' }).click();
  await theo.getByRole('dialog').getByLabel('Name').fill('Uli Engel');
  await theo.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await expect(theo.getByRole('row', { name: /Uli Engel Tue/ })).toBeVisible();

  await addFile(theo, 'name,section\nVera Falk,\nWim Gross,Mon');
  await expect(theo.getByText('Line 3: It has to name a section where you assist: Tue.')).toBeVisible();
  await expect(theo.getByRole('button', { name: /^Add \d/ })).toHaveCount(0);
  await theo.keyboard.press('Escape');
  await addFile(theo, 'name,section\nVera Falk,\nWim Gross,Tue');
  await theo.getByRole('button', { name: 'Add 2 people' }).click();
  for (const name of ['Vera Falk', 'Wim Gross'])
    await expect(theo.getByRole('row', { name: new RegExp(`${name} Tue`) })).toBeVisible();

  // Moving someone to another section is not theirs, and is not offered.
  await theo.getByRole('button', { name: 'Change Uli Engel' }).click();
  const seat = theo.getByRole('dialog');
  await expect(seat.getByLabel('Section')).toHaveCount(0);
  await seat.getByLabel('Group').fill('Blue');
  await seat.getByRole('button', { name: 'Save' }).click();
  await expect(theo.getByRole('row', { name: /Uli Engel Tue Blue/ })).toBeVisible();
  await theo.context().close();
});

async function addFile(page: Page, csv: string): Promise<void> {
  await page.getByRole('button', { name: 'Add from a file' }).click();
  await page
    .getByLabel('Roster file')
    .setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
}
