// The flagged notes of a room, for its instructors: GET the open ones; POST to leave a note as it is.

import * as v from 'valibot';
import { dismissFlags, flagsOf } from '#lib/data/moderation/flags.ts';
import type { Ref } from '#lib/model/record.ts';
import { inRoom, withBody } from '../../../handle.ts';
import { done, reply } from '../../../respond.ts';

const dismissal = v.object({
  of: v.custom<Ref>((of) => typeof of === 'string' && of.length <= 300 && of.includes('/'), 'A note’s ref'),
});

export const GET = inRoom(async ({ access }) => {
  const found = await flagsOf(access);
  return found.ok ? reply({ flags: found.flags }) : found;
});

export const POST = inRoom(({ request, access }) =>
  withBody(request, dismissal, async ({ of }) => {
    const dismissed = await dismissFlags(access, of);
    return dismissed.ok ? done() : dismissed;
  }),
);
