// POST: annotations made elsewhere, brought into this room under imported people. With `?preview` nothing is written: the
// answer says what would be, and what could not be carried. Who accepts lines is told how far the writing is.

import type { Place } from '#lib/data/at-once.ts';
import type { Identity } from '#lib/data/people/identity.ts';
import { discussionOf } from '#lib/data/readings/discussion.ts';
import { placesFor } from '#lib/data/readings/importing.ts';
import { writeRecords } from '#lib/data/readings/writing.ts';
import type { RoomAccess } from '#lib/data/spaces/access.ts';
import { readAnnotations } from '#lib/exchange/discussions/formats.ts';
import { type Arrival, arrivalsOf, pointOf } from '#lib/exchange/discussions/incoming.ts';
import { mayImportWords } from '#lib/model/imported.ts';
import { isRoundLocked } from '#lib/model/round/rule.ts';
import { textOf } from '#lib/model/text/text.ts';
import { type Said, sentenceOf } from '#lib/words/said.ts';
import { type Saying, translatorOf } from '#lib/words/translate.ts';
import { bringIn } from '../../../bringing-in.ts';
import { inRoom, type Outcome } from '../../../handle.ts';
import { baseOf, localeOf } from '../../../request.ts';
import { type RefusalDetail, refused, reply } from '../../../respond.ts';
import { readUpload, takingIn } from '../../../upload.ts';
import { notWritten } from '../annotations/sent.ts';

export const POST = inRoom(async ({ request, identity, access }) => {
  if (!mayImportWords(access.role)) return refused('not-allowed');
  // The gate would refuse the words; the names they come under would be in the room by then.
  if (isRoundLocked(access, access.room.settings.round?.stage)) return refused('round-on');
  return takingIn(identity, 'import-account', (place) => takeIn(request, identity, access, place));
});

async function takeIn(
  request: Request,
  identity: Identity,
  access: RoomAccess,
  place: Place,
): Promise<Outcome> {
  const upload = await readUpload(request);
  if (!upload.ok) return upload;
  const read = await readNotes(request, access, upload);
  if (!read.ok) return refused('invalid', { say: notBroughtIn(read.said) });
  const { arrivals } = read;
  const report = read.report.map((said) => sentenceOf(localeOf(request), said));
  const authors = [...new Set(arrivals.map(({ author }) => author))];
  if (new URL(request.url).searchParams.has('preview'))
    return reply({ notes: arrivals.length, authors, sample: arrivals.slice(0, 20).map(shown), report });
  return bringIn(request, arrivals.length, place, async (progress) => {
    const given = await placesFor(
      access,
      authors.map((name) => ({ key: name, name, role: 'member' })),
    );
    if (!given.ok) return given;
    const participantOf = (author: string) => given.places.get(author) ?? '';
    const writings = arrivals.map((arrival) => ({
      participant: participantOf(arrival.author),
      id: arrival.id,
      value: pointOf(arrival, participantOf),
    }));
    let written = 0;
    const onWritten = (count: number) => {
      written = count;
      progress.onWritten?.(count);
    };
    const outcome = await writeRecords(identity, access, writings, { ...progress, onWritten });
    if (outcome.ok) return { ok: true, value: { notes: outcome.written, authors, report } };
    return written === 0
      ? notWritten(outcome)
      : { ...notWritten(outcome), ...inPart(written, writings.length) };
  });
}

/** They are taken as they come: what came in before the discussion took no more is there. */
function inPart(written: number, of: number): RefusalDetail {
  return { say: (locale) => translatorOf(locale, 'refusals')('takenInPart', { written, of }) };
}

const notBroughtIn =
  (said: Said): Saying =>
  (locale) =>
    translatorOf(locale, 'refusals')('notBroughtIn', { what: sentenceOf(locale, said) });

async function readNotes(
  request: Request,
  access: RoomAccess,
  { text, format }: { text: () => string; format: string | undefined },
) {
  const { reading, texts, entries } = await discussionOf(access, baseOf(request));
  const read = readAnnotations(text(), format, { text: textOf(reading.blocks), readingUrl: reading.url });
  if (!read.ok) return read;
  const refs = new Map(
    entries.map(({ ref }) => [
      new URL(`/api/rooms/${access.room.id}/annotations/${ref}`, reading.url).href,
      ref,
    ]),
  );
  const { arrivals, report } = arrivalsOf(read, texts, new Date().toISOString(), (key) => refs.get(key));
  const known = new Set(entries.map(({ id }) => id));
  const again = arrivals.filter(({ id }) => known.has(id)).length;
  const twice: Said[] = again === 0 ? [] : [{ key: 'notes.found.again', values: { count: again } }];
  return { ok: true as const, arrivals, report: [...report, ...twice] };
}

function shown({ author, point: { body, anchor, kind } }: Arrival) {
  return { author, kind, body: (body ?? '').slice(0, 300), quote: anchor?.quote.slice(0, 200) ?? null };
}
