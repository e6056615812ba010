// POST: have the link that confirms one's e-mail address mailed again.

import { mailConfirmation } from '#lib/data/people/confirming.ts';
import { forMe } from '../../handle.ts';
import { localeOf } from '../../request.ts';
import { done } from '../../respond.ts';

export const POST = forMe(async ({ request, identity }) => {
  const mailed = await mailConfirmation(identity, localeOf(request));
  return mailed.ok ? done() : mailed;
});
