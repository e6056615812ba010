// Publishing what was brought in: its reading, unless an earlier try has made it, and what comes next.

import * as v from 'valibot';
import { send } from '#components/ui/form/request.ts';
import type { ReadingText } from '#lib/model/text/text.ts';
import { keep, kept } from './kept.ts';

const made = v.object({ id: v.string() });

type Published = { ok: true; path: string } | { ok: false; problem: string };

/** Makes the reading and opens a discussion on it; or goes on to set it as an assignment. */
export async function publish(
  reading: ReadingText,
  spaceId: string | null,
  isForAssignment: boolean,
): Promise<Published> {
  let readingId = kept('published');
  if (readingId === null) {
    const answer = await send('/readings', made, { body: { reading, ...(spaceId ? { spaceId } : {}) } });
    if (!answer.ok) return { ok: false, problem: answer.problem.message };
    readingId = answer.value.id;
    keep('published', readingId);
  }
  if (isForAssignment)
    return { ok: true, path: `/assignments/new?space=${spaceId ?? ''}&reading=${readingId}` };
  const answer = await send('/rooms', made, { body: { readingId } });
  if (answer.ok) return { ok: true, path: `/rooms/${answer.value.id}` };
  return {
    ok: false,
    problem: `The reading is published, but its discussion did not open. ${answer.problem.message}`,
  };
}
