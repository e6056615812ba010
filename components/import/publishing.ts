// Publishing what was brought in: its reading, unless an earlier try has made it, and what comes next.

import * as v from 'valibot';
import { anything, send } from '#components/ui/form/request.ts';
import type { ReadingText } from '#lib/model/text/text.ts';
import { keep, kept } from './kept.ts';

const made = v.object({ id: v.string() });

/** `half`: the reading is there, and this did not come of it. `why` is the server's sentence. */
type Published = { ok: true; path: string } | { ok: false; half?: 'room' | 'discussion'; why: string };

/** What is done with a reading once it is there: a discussion is opened on it, or as it says. */
export type Purpose = { for: 'discussion' } | { for: 'assignment' } | { for: 'room'; room: string };

/** Makes the reading and opens a discussion on it, puts it into a debate, or goes on to set it as an assignment. */
export async function publish(
  reading: ReadingText,
  spaceId: string | null,
  purpose: Purpose,
): Promise<Published> {
  let readingId = kept('published');
  if (readingId === null) {
    const answer = await send('/readings', made, { body: { reading, ...(spaceId ? { spaceId } : {}) } });
    if (!answer.ok) return { ok: false, why: answer.problem.message };
    readingId = answer.value.id;
    keep('published', readingId);
  }
  if (purpose.for === 'assignment')
    return { ok: true, path: `/assignments/new?space=${spaceId ?? ''}&reading=${readingId}` };
  if (purpose.for === 'room') {
    const added = await send(`/rooms/${purpose.room}/readings`, anything, { body: { readingId } });
    if (added.ok) return { ok: true, path: `/rooms/${purpose.room}?reading=${readingId}` };
    return { ok: false, half: 'room', why: added.problem.message };
  }
  const answer = await send('/rooms', made, { body: { readingId } });
  if (answer.ok) return { ok: true, path: `/rooms/${answer.value.id}` };
  return { ok: false, half: 'discussion', why: answer.problem.message };
}
