// POST: end the digest by the link that stands in each. A mail program may ask by itself, where its reader tells it to
// (RFC 8058): nobody is signed in, and the body says nothing.

import { endDigest } from '#lib/data/notices/digest.ts';
import { forAnyone } from '../../handle.ts';
import { done } from '../../respond.ts';

export const POST = forAnyone<{ token: string }>(async ({ params }) => {
  const ended = await endDigest(params.token);
  return ended.ok ? done() : ended;
});
