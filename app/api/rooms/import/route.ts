// POST: a whole-room archive, which becomes a new room of a space, whole or not at all. With `?preview` nothing is made: the
// answer says what the archive holds, and what it had to leave. Who accepts lines is told how far the writing is.

import { roomPath } from '#lib/data/addresses.ts';
import { type ArchiveRefusal, makeRoomFrom } from '#lib/data/readings/archive-room.ts';
import { importSpaceFor } from '#lib/data/readings/readings.ts';
import { settings } from '#lib/data/settings.ts';
import { readArchiveApart } from '#lib/exchange/worker/read-apart.ts';
import { bringIn } from '../../bringing-in.ts';
import { forMe } from '../../handle.ts';
import { baseOf } from '../../request.ts';
import { type Reason, type RefusalDetail, refused, reply } from '../../respond.ts';
import { unreadFile } from '../../unread-file.ts';
import { readUpload } from '../../upload.ts';

export const POST = forMe(async ({ request, identity }) => {
  const upload = await readUpload(request);
  if (!upload.ok) return upload.refusal;
  const { signal } = request;
  const opened = await readArchiveApart(upload.bytes, { signal, timeoutMs: settings().limits.importMs });
  if (opened === null) return refused('cancelled');
  if (!opened.ok)
    return 'reason' in opened ? unreadFile(opened) : refused('invalid', { message: opened.message });
  const { archive } = opened;
  const { title } = archive.room;
  const people = archive.people.map(({ name }) => name);
  if (new URL(request.url).searchParams.has('preview'))
    return reply({ title, notes: archive.notes, people, report: archive.report });
  const space = await importSpaceFor(identity, upload.spaceId);
  if (!space.ok) return space;
  return bringIn(request, archive.replay.length, async (progress) => {
    const made = await makeRoomFrom(identity, space.access, archive, progress);
    if (!made.ok) return notMade(made);
    const { roomId, written, report } = made;
    return {
      ok: true,
      value: { id: roomId, url: baseOf(request) + roomPath(roomId), title, written, report },
    };
  });
});

/** Unlike notes that come into a room, an archive leaves nothing where it is not taken whole. */
function notMade(made: ArchiveRefusal): { ok: false; reason: Reason } & RefusalDetail {
  switch (made.reason) {
    case 'invalid':
    case 'not-allowed':
    case 'cancelled':
      return made;
    case 'held':
      return {
        ok: false,
        reason: 'write-held',
        message:
          'The server cannot save just now, so the archive was not opened. Nothing of it was kept; try again in a while.',
      };
    case 'interrupted':
      return {
        ok: false,
        reason: 'write-interrupted',
        message:
          'The writing was interrupted, so the archive was not opened. Nothing of it was kept; try again.',
      };
    case 'refused':
      return {
        ok: false,
        reason: 'write-refused',
        message: `Something in this archive is not taken here (${made.refused[0]?.code ?? 'no reason given'}), so it was not opened. Nothing of it was kept; ask whoever made it for another.`,
      };
  }
}
