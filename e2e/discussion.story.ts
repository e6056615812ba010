// Two and three people in one discussion: what one says reaches the others, and is still there after a power cut.

import { expect, isSaved, note, openThread, selectWords, test } from './story.ts';

test('a highlight and a three-deep rebuttal reach the other screens and survive a crash of the server', async ({
  guest,
  server,
  losesNetwork,
}) => {
  losesNetwork.value = true;
  const [ada, bea, chidi] = await Promise.all([guest('Ada'), guest('Bea'), guest('Chidi')]);

  await selectWords(ada, 'nobody asked');
  await ada.keyboard.press('h');
  await note(ada, 'Claim', 'Opening it costs one salary', 'The sum is the whole argument.');
  await openThread(bea, 'The sum is the whole');
  await bea
    .getByRole('list', { name: /^Answer Ada with/ })
    .getByRole('button', { name: 'Disagree' })
    .click();
  await bea.getByRole('textbox', { name: 'Answer Ada' }).fill('Heat and light cost more than the salary.');
  await bea.getByRole('button', { name: 'Answer', exact: true }).last().click();

  await openThread(chidi, 'The sum is the whole');
  await expect(chidi.getByText('Heat and light cost more')).toBeVisible();
  const beasReply = chidi.getByRole('article', { name: /Bea disagrees with Ada/ });
  await beasReply.getByRole('button', { name: 'Answer', exact: true }).first().click();
  const answer = chidi.getByRole('textbox', { name: 'Answer Bea' });
  await answer.fill('The room is heated for the staff meeting anyway.');
  await chidi
    .getByRole('group', { name: /how you answer/ })
    .getByText('Disagree', { exact: true })
    .click();
  await chidi.getByRole('button', { name: 'Answer', exact: true }).last().click();
  await isSaved(chidi);

  await openThread(ada, 'The sum is the whole');
  await expect(ada.getByText('The room is heated for the staff')).toBeVisible();
  await isSaved(ada);
  await isSaved(bea);

  await server.crashAndRestart();
  await isSaved(ada);
  await bea.reload();
  await isSaved(bea);
  await openThread(bea, 'The sum is the whole');
  await expect(
    bea.getByRole('article', { name: /Chidi disagrees with Bea, reply 1 of 1, level 3/ }),
  ).toBeVisible();
  await expect(bea.getByText('The room is heated for the staff')).toBeVisible();
});

test('[U27] [U28] what is written offline is kept on the device and merges when the network is back', async ({
  guest,
  losesNetwork,
}) => {
  losesNetwork.value = true;
  const [ada, bea] = await Promise.all([guest('Ada'), guest('Bea')]);
  await ada.context().setOffline(true);
  await note(ada, 'Comment', 'staff have families too', 'Written on the bus.');
  await expect(
    ada.getByRole('status').filter({ hasText: /Offline, 1 change only on this device/ }),
  ).toBeVisible();
  await note(bea, 'Ask', 'A quiet room with a lamp', 'Who pays for the lamp?');
  await isSaved(bea);
  await expect(bea.getByText('Written on the bus.')).toHaveCount(0);

  await ada.context().setOffline(false);
  await isSaved(ada);
  await expect(bea.getByText('Written on the bus.').first()).toBeVisible();
  await expect(ada.getByText('Who pays for the lamp?').first()).toBeVisible();
});

test('[U3] a draft survives a reload, and posting it empties the box', async ({ guest }) => {
  const ada = await guest('Ada');
  await selectWords(ada, 'a Sunday must be paid as a Sunday');
  await ada.keyboard.press('a');
  await ada.getByRole('textbox', { name: 'Your note' }).fill('Half a thought');
  await ada.reload();
  await isSaved(ada);
  await ada.getByRole('button', { name: 'Go on writing this note' }).click();
  const box = ada.getByRole('textbox', { name: 'Your note' });
  await expect(box).toHaveValue('Half a thought');
  await box.fill('A whole thought');
  await box.press('Control+Enter');
  await expect(ada.getByText('A whole thought').first()).toBeVisible();
  await expect(box).toHaveCount(0);
  await isSaved(ada);
});

test('a note for oneself stays on one’s own screen', async ({ guest }) => {
  const [ada, bea] = await Promise.all([guest('Ada'), guest('Bea')]);
  await selectWords(ada, 'People who have never found a door open');
  await ada.keyboard.press('a');
  await ada.getByRole('textbox', { name: 'Your note' }).fill('Ask my aunt about this.');
  await ada.getByRole('combobox', { name: /Seen by/ }).selectOption('only me');
  await ada.getByRole('button', { name: 'Post', exact: true }).click();
  await isSaved(ada);
  await note(ada, 'Comment', 'Count instead the children', 'For everyone.');
  await expect(bea.getByText('For everyone.').first()).toBeVisible();
  await expect(bea.getByText('Ask my aunt')).toHaveCount(0);
  await ada.reload();
  await isSaved(ada);
  await expect(ada.getByText('Ask my aunt about this.').first()).toBeVisible();
});

test('[U16] [U18] [U51] one’s own words can be changed and withdrawn, and withdrawing can be undone', async ({
  guest,
}) => {
  const [ada, bea] = await Promise.all([guest('Ada'), guest('Bea')]);
  await note(ada, 'Comment', 'costs a town its habit of reading', 'Habbits, is it?');
  await openThread(bea, 'Habbits, is it');
  await openThread(ada, 'Habbits, is it');
  await ada.getByRole('button', { name: 'Edit', exact: true }).click();
  await ada.getByRole('textbox', { name: /Change your/ }).fill('Habits, is it?');
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(bea.getByText('Habits, is it?').first()).toBeVisible();
  await expect(bea.getByText(/edited/).first()).toBeVisible();

  await ada.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(bea.getByText('Habits, is it?')).toHaveCount(0);
  await ada.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(bea.getByText('Habits, is it?').first()).toBeVisible();
});
