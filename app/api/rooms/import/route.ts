// POST: a whole-room archive, which becomes a new room of a space, whole or not at all. With `?preview` nothing is made: the
// answer says what the archive holds, and what it had to leave. Who accepts lines is told how far the writing is.

import { roomPath } from '#lib/data/addresses.ts';
import type { Place } from '#lib/data/at-once.ts';
import type { Identity } from '#lib/data/people/identity.ts';
import { type ArchiveRefusal, makeRoomFrom } from '#lib/data/readings/archive-room.ts';
import { importSpaceFor, mayImport } from '#lib/data/readings/readings.ts';
import { settings } from '#lib/data/settings.ts';
import { readNoted } from '#lib/exchange/discussions/archive-report.ts';
import { readArchiveApart } from '#lib/exchange/worker/read-apart.ts';
import type { Locale } from '#lib/model/manners.ts';
import { sentenceOf } from '#lib/words/said.ts';
import { type Saying, translatorOf } from '#lib/words/translate.ts';
import { bringIn } from '../../bringing-in.ts';
import { forMe, type Outcome } from '../../handle.ts';
import { baseOf, localeOf } from '../../request.ts';
import { type Refusal, refused, reply } from '../../respond.ts';
import { unreadFile } from '../../unread-file.ts';
import { readUpload, takingIn } from '../../upload.ts';

export const POST = forMe(async ({ request, identity }) => {
  // Asked before anything is read: whose words nobody would take need not be sent.
  const somewhere = await mayImport(identity, undefined);
  return somewhere.ok
    ? takingIn(identity, 'import-account', (place) => takeIn(request, identity, place))
    : somewhere;
});

async function takeIn(request: Request, identity: Identity, place: Place): Promise<Outcome> {
  const upload = await readUpload(request);
  if (!upload.ok) return upload;
  const there = await mayImport(identity, upload.spaceId);
  if (!there.ok) return there;
  const { signal } = request;
  const opened = await readArchiveApart(upload.bytes, { signal, timeoutMs: settings().limits.importMs });
  if (opened === null) return refused('cancelled');
  if (!opened.ok)
    return 'reason' in opened
      ? unreadFile(opened)
      : refused('invalid', { say: (locale) => sentenceOf(locale, opened.said) });
  const { archive } = opened;
  const { title } = archive.room;
  const people = archive.people.map(({ name }) => name);
  if (new URL(request.url).searchParams.has('preview'))
    return reply({ title, notes: archive.notes, people, report: notHeld(archive.report, localeOf(request)) });
  const space = await importSpaceFor(identity, upload.spaceId, localeOf(request));
  if (!space.ok) return space;
  return bringIn(request, archive.replay.length, place, async (progress) => {
    const made = await makeRoomFrom(identity, space.access, archive, progress);
    if (!made.ok) return notMade(made);
    const { roomId, written } = made;
    const report = made.report.map((say) => say(localeOf(request)));
    return {
      ok: true,
      value: { id: roomId, url: baseOf(request) + roomPath(roomId), title, written, report },
    };
  });
}

/** What an archive says that it does not hold, in the reader's language as far as this version knows the sentence. */
function notHeld(report: readonly string[], locale: Locale): string[] {
  return report.map(readNoted).map((one) => (typeof one === 'string' ? one : sentenceOf(locale, one)));
}

/** Unlike notes that come into a room, an archive leaves nothing where it is not taken whole. */
function notMade(made: ArchiveRefusal): Refusal {
  switch (made.reason) {
    case 'invalid':
      return refused('invalid', { say: made.say });
    case 'not-allowed':
    case 'cancelled':
      return refused(made.reason);
    case 'held':
      return refused('write-held', { say: notOpened('held') });
    case 'interrupted':
      return refused('write-interrupted', { say: notOpened('interrupted') });
    case 'refused':
      return refused('write-refused', { say: notOpened('refused', made.refused[0]?.code) });
  }
}

const notOpened =
  (why: 'held' | 'interrupted' | 'refused', code?: string): Saying =>
  (locale) => {
    const t = translatorOf(locale, 'refusals.archive');
    return t(why, { code: code ?? t('noReason') });
  };
