// A route under /api/rooms/:id/review, for who instructs in that room.

import type { Identity } from '#lib/data/people/identity.ts';
import { asReviewer, type ReviewAccess } from '#lib/data/review/reviewing.ts';
import { type Call, inRoom, type Outcome } from './handle.ts';
import { refused } from './respond.ts';

type ReviewCall<P extends { id: string }> = Call<P> & { identity: Identity; access: ReviewAccess };

export function inReview<P extends { id: string } = { id: string }>(
  run: (call: ReviewCall<P>) => Promise<Outcome>,
) {
  return inRoom<P>(async (call) => {
    const access = asReviewer(call.access);
    return access ? run({ ...call, access }) : refused('not-allowed');
  });
}
