// POST: a whole-room archive, which becomes a new room of a space. With `?preview` nothing is made: the answer says what
// the archive holds. Who accepts lines is told how far the writing is.

import { roomPath } from '#lib/data/addresses.ts';
import { makeRoomFrom } from '#lib/data/readings/archive-room.ts';
import { importSpaceFor } from '#lib/data/readings/readings.ts';
import { readArchive } from '#lib/exchange/discussions/archive-in.ts';
import { bringIn } from '../../bringing-in.ts';
import { forMe } from '../../handle.ts';
import { baseOf } from '../../request.ts';
import { refused, reply } from '../../respond.ts';
import { readUpload } from '../../upload.ts';
import { notWritten } from '../[id]/annotations/sent.ts';

export const POST = forMe(async ({ request, identity }) => {
  const upload = await readUpload(request);
  if (!upload.ok) return upload.refusal;
  const opened = readArchive(upload.bytes);
  if (!opened.ok) return refused('invalid', { message: opened.message });
  const { archive } = opened;
  const { title } = archive.room;
  const people = archive.people.map(({ name }) => name);
  if (new URL(request.url).searchParams.has('preview'))
    return reply({ title, records: archive.records, people });
  const space = await importSpaceFor(identity, upload.spaceId);
  if (!space.ok) return space;
  return bringIn(request, archive.replay.length, async (progress) => {
    const made = await makeRoomFrom(identity, space.access, archive, progress);
    if (made.ok) {
      const { roomId, written, report } = made;
      return {
        ok: true,
        value: { id: roomId, url: baseOf(request) + roomPath(roomId), title, written, report },
      };
    }
    if (made.reason === 'invalid') return { ok: false, reason: 'invalid', message: made.message };
    return made.reason === 'not-allowed' ? { ok: false, reason: 'not-allowed' } : notWritten(made);
  });
});
