// GET: what one could add to a debate. POST: put a reading into it. PATCH: put those it holds in another order.

import * as v from 'valibot';
import { addReading, orderReadings, readingsToAdd } from '#lib/data/readings/changing-readings.ts';
import { maxReadings } from '#lib/model/room-readings.ts';
import { inRoom, withBody } from '../../../handle.ts';
import { reply } from '../../../respond.ts';

const id = v.pipe(v.string(), v.maxLength(64));
const form = v.strictObject({ readingId: id });
const order = v.strictObject({ readings: v.pipe(v.array(id), v.maxLength(maxReadings)) });

export const GET = inRoom(async ({ identity, access }) => reply(await readingsToAdd(identity, access)));

export const POST = inRoom(({ request, identity, access }) =>
  withBody(request, form, async ({ readingId }) => {
    const added = await addReading(identity, access, readingId);
    return added.ok ? reply({ readings: added.readings }, 201) : added;
  }),
);

export const PATCH = inRoom(({ request, access }) =>
  withBody(request, order, async ({ readings }) => {
    const ordered = await orderReadings(access, readings);
    return ordered.ok ? reply({ readings: ordered.readings }) : ordered;
  }),
);
