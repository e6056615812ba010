// GET: the caller's own work as it is recorded, and its review once that is released.

import { ownReview } from '#lib/data/review/review.ts';
import { inRoom } from '../../../handle.ts';
import { reply } from '../../../respond.ts';

export const GET = inRoom(async ({ access }) => reply(await ownReview(access)));
