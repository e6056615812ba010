// POST: a records request or an appeal, which holds back purge and deletion.

import * as v from 'valibot';
import { openHold } from '#lib/data/retention/course.ts';
import { fault } from '#lib/model/fault.ts';
import { inSpace, withBody } from '../../../handle.ts';
import { reply } from '../../../respond.ts';

const form = v.object({
  kind: v.picklist(['records-request', 'appeal']),
  note: v.pipe(v.string(), v.trim(), v.minLength(1, fault('hold-empty')), v.maxLength(500)),
  accountId: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(64))), null),
});

export const POST = inSpace(({ request, access }) =>
  withBody(request, form, async (asked) => {
    const opened = await openHold(access, asked);
    return opened.ok ? reply({ id: opened.id }, 201) : opened;
  }),
);
