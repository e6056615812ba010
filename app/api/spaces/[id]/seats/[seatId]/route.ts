// One place on the roster: PATCH what it says, DELETE it where its person never came.

import { changeSeat, strikeSeat } from '#lib/data/classes/seats.ts';
import { type Saying, translatorOf } from '#lib/words/translate.ts';
import { seatChange } from '../../../../class-form.ts';
import { inSpace, withBody } from '../../../../handle.ts';
import { done } from '../../../../respond.ts';

const addressTaken: Saying = (locale) => translatorOf(locale, 'refusals')('addressOnRoster');

type Params = { id: string; seatId: string };

export const PATCH = inSpace<Params>(({ request, params, access }) =>
  withBody(request, seatChange, async (change) => {
    const changed = await changeSeat(access, params.seatId, change);
    if (changed.ok) return done();
    return changed.reason === 'email-taken' ? { ...changed, say: addressTaken } : changed;
  }),
);

export const DELETE = inSpace<Params>(async ({ params, access }) => {
  const struck = await strikeSeat(access, params.seatId);
  return struck.ok ? done() : struck;
});
