// POST: what a text would become as a reading. Nothing is kept.

import { knock } from '#lib/data/rate-limits.ts';
import { forMe } from '../../handle.ts';
import { readSource } from '../../reading-source.ts';
import { reply } from '../../respond.ts';

export const POST = forMe(async ({ request, identity }) => {
  const counted = await knock(['import-account', identity.accountId]);
  if (!counted.ok) return counted;
  const source = await readSource(request);
  if (!source.ok) return source;
  return reply({ ...source.reading, report: source.report });
});
