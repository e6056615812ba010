// A file that could not be read, as an answer: its code, what happened and what to do instead, as its importer says it, and
// what is safe, which is the same for all.

import type { Refused } from '#lib/exchange/refusal.ts';
import type { Reason, RefusalDetail } from './respond.ts';

export function unreadFile({ reason, message }: Refused): { ok: false; reason: Reason } & RefusalDetail {
  const known = reason === 'too-large' || reason === 'busy' ? reason : 'import-refused';
  return { ok: false, reason: known, code: reason, message: `${message} Nothing was kept.` };
}
