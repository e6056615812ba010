// PATCH: whether one is mailed a daily digest.

import * as v from 'valibot';
import { chooseDigest } from '#lib/data/notices/digest.ts';
import { forMe, withBody } from '../../handle.ts';
import { done } from '../../respond.ts';

const choice = v.object({ digest: v.picklist(['daily', 'off']) });

export const PATCH = forMe(({ request, identity }) =>
  withBody(request, choice, async ({ digest }) => {
    const chosen = await chooseDigest(identity, digest);
    return chosen.ok ? done() : chosen;
  }),
);
