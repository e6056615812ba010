// GET: what one could add to a debate. POST: put a reading into it.

import * as v from 'valibot';
import { addReading, readingsToAdd } from '#lib/data/readings/changing-readings.ts';
import { inRoom, withBody } from '../../../handle.ts';
import { reply } from '../../../respond.ts';

const form = v.strictObject({ readingId: v.pipe(v.string(), v.maxLength(64)) });

export const GET = inRoom(async ({ identity, access }) => reply(await readingsToAdd(identity, access)));

export const POST = inRoom(({ request, identity, access }) =>
  withBody(request, form, async ({ readingId }) => {
    const added = await addReading(identity, access, readingId);
    return added.ok ? reply({ readings: added.readings }, 201) : added;
  }),
);
