// POST: put a reading into a debate.

import * as v from 'valibot';
import { addReading } from '#lib/data/readings/changing-readings.ts';
import { inRoom, withBody } from '../../../handle.ts';
import { reply } from '../../../respond.ts';

const form = v.strictObject({ readingId: v.pipe(v.string(), v.maxLength(64)) });

export const POST = inRoom(({ request, identity, access }) =>
  withBody(request, form, async ({ readingId }) => {
    const added = await addReading(identity, access, readingId);
    return added.ok ? reply({ readings: added.readings }, 201) : added;
  }),
);
