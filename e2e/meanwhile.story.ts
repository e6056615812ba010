// What changes about a discussion while it is open on somebody's screen: its dates, and what they are in it.

import { browserOf, makeCourse } from './course.ts';
import { ask } from './screens/people.ts';
import { expect, isSaved, test } from './story.ts';

test('[U27] dates that are moved, and a role that is changed, are true on an open page without a reload', async ({
  browser,
  server,
  problems,
}) => {
  const { course, assignment, blue, ines, tara: student, theo: assistant } = await makeCourse(server);
  const dates = { notesDueAt: '2031-03-04T18:00:00.000Z', repliesDueAt: '2031-03-07T18:00:00.000Z' };
  await ask(ines, 'PATCH', `/assignments/${assignment}`, { ...dates, requiredNotes: 1 });
  const tara = await browserOf(browser, server, student, problems);
  await tara.goto(`/rooms/${blue}`);
  await isSaved(tara);
  const line = tara.getByText(/^Notes due 4 Mar 2031 · replies due 7 Mar 2031 · you have 0 of 1 note$/);
  await expect(line).toBeVisible();

  // Moved while she reads: the line says so, and so does a word that reaches her further down.
  const later = { notesDueAt: '2031-03-11T18:00:00.000Z', repliesDueAt: '2031-03-14T18:00:00.000Z' };
  await ask(ines, 'PATCH', `/assignments/${assignment}`, { ...later, prompt: 'Answer the council.' });
  await expect(tara.getByText(/^Notes due 11 Mar 2031 · replies due 14 Mar 2031 · you have/)).toBeVisible();
  await expect(
    tara.getByText('The dates have changed: Notes due 11 Mar 2031 · replies due 14 Mar 2031.'),
  ).toBeVisible();
  await expect(tara.getByRole('region', { name: 'Prompt' })).toHaveText('Answer the council.');

  // Nobody else's dates: hers are later, and only she is told.
  const theo = await browserOf(browser, server, assistant, problems);
  await theo.goto(`/rooms/${blue}`);
  await isSaved(theo);
  const { people } = await ask<{ people: { id: string; name: string }[] }>(
    ines,
    'GET',
    `/spaces/${course}/seats`,
  );
  const seatId = people.find(({ name }) => name === 'Tara Conti')?.id;
  await ask(ines, 'POST', `/assignments/${assignment}/extensions`, {
    seatId,
    dates: { ...later, notesDueAt: '2031-03-12T18:00:00.000Z', closesAt: null },
  });
  await expect(tara.getByText(/^Notes due 12 Mar 2031 .* these are your own, later dates$/)).toBeVisible();

  await expect(theo.getByText(/^Notes due 11 Mar 2031 · replies due 14 Mar 2031/)).toBeVisible();
  await expect(theo.getByText('12 Mar 2031')).toHaveCount(0);

  // An assistant who is one no longer is offered nothing that would be refused.
  await expect(theo.getByRole('button', { name: 'Invite' })).toBeVisible();
  await expect(theo.getByRole('link', { name: 'Moderate' })).toBeVisible();
  await ask(ines, 'PATCH', `/spaces/${course}/members/${assistant.account}`, { role: 'observer' });
  await expect(theo.getByRole('link', { name: 'Moderate' })).toHaveCount(0);
  await expect(theo.getByRole('button', { name: 'Invite' })).toHaveCount(0);
  for (const page of [tara, theo]) await page.context().close();
});
