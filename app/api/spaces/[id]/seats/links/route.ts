// POST: mail people on the roster their personal links. The answer comes in lines, one a person, for a class takes a while;
// hanging up stops before the next one.

import * as v from 'valibot';
import { mailLinks } from '#lib/data/classes/mailing.ts';
import { maxRosterRows } from '#lib/model/classes/roster.ts';
import { fault } from '#lib/model/fault.ts';
import { inSpace } from '../../../../handle.ts';
import { localeOf, readJson } from '../../../../request.ts';
import { replyLines } from '../../../../respond.ts';

const limitBytes = 1 << 19;

const form = v.object({
  people: v.pipe(
    v.array(
      v.object({
        seatId: v.pipe(v.string(), v.maxLength(64)),
        /** When they were last mailed, as the page showed it. */
        seen: v.nullable(v.pipe(v.string(), v.maxLength(40))),
      }),
    ),
    v.minLength(1, fault('nobody-to-mail')),
    v.maxLength(maxRosterRows),
  ),
});

export const POST = inSpace(async ({ request, identity, access }) => {
  const read = await readJson(request, form, limitBytes);
  if (!read.ok) return read;
  const asked = localeOf(request);
  return replyLines(asked, async (tell, signal) => {
    const done = await mailLinks(identity, access, read.value.people, { onMailed: tell, signal, asked });
    if (!done.ok) return done;
    const { sent, failed, passedOver } = done;
    tell({ sent, failed, passedOver });
  });
});
