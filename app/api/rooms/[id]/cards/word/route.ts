// POST: cards as a Word file, written of what is sent: the file as its reader's screen has it, a side's own rewordings and
// prep included, so that the two cannot differ. Nothing of it is kept, and nothing is read from the room.

import { writeCardsApart } from '#lib/exchange/worker/read-apart.ts';
import { leavingSchema } from '#lib/model/card/leaving.ts';
import { inRoom, type Outcome } from '../../../../handle.ts';
import { readJson } from '../../../../request.ts';
import { fileHeaders, refused } from '../../../../respond.ts';
import { takingIn } from '../../../../upload.ts';

const sentLimitBytes = 16 << 20;
const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const POST = inRoom(({ request, identity }) =>
  takingIn(identity, 'word-account', () => writeWord(request)),
);

async function writeWord(request: Request): Promise<Outcome> {
  const read = await readJson(request, leavingSchema, sentLimitBytes);
  if (!read.ok) return read;
  const file = await writeCardsApart(read.value, { signal: request.signal });
  if (file === null) return refused('cancelled');
  if ('reason' in file) return refused('busy');
  return new Response(file, {
    headers: fileHeaders({ title: read.value.title, extension: 'docx', mediaType }),
  });
}
