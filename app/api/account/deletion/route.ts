// Asking for the deletion of everything held about oneself: POST it, DELETE it while it waits.

import { askForDeletion, withdrawRequest } from '#lib/data/retention/person.ts';
import { forMe } from '../../handle.ts';
import { done } from '../../respond.ts';

export const POST = forMe(async ({ identity }) => {
  const asked = await askForDeletion(identity);
  return asked.ok ? done() : asked;
});

export const DELETE = forMe(async ({ identity }) => {
  await withdrawRequest(identity);
  return done();
});
