// GET: the discussion as a file in one of the formats, streamed; without `format` the list of them, each with what it
// cannot carry of this discussion. Either holds what the caller may see (AUTH3).

import { discussionOf } from '#lib/data/readings/discussion.ts';
import { formatOf, formats } from '#lib/exchange/discussions/formats.ts';
import { inRoom } from '../../../handle.ts';
import { baseOf } from '../../../request.ts';
import { fileHeaders, refused, reply, streamed } from '../../../respond.ts';

export const GET = inRoom(async ({ request, access }) => {
  const id = new URL(request.url).searchParams.get('format');
  const format = id === null ? undefined : formatOf(id);
  if (id !== null && !format) {
    const message = `The format is one of ${formats.map((one) => one.id).join(', ')}. Nothing was written.`;
    return refused('invalid', { message });
  }
  const discussion = await discussionOf(access, baseOf(request));
  if (format) {
    const { parts } = format.write(discussion);
    return streamed(parts, fileHeaders({ title: discussion.room.title, ...format }));
  }
  return reply({
    formats: formats.map(({ id: name, label, about, write }) => ({
      id: name,
      label,
      about,
      report: write(discussion).report,
    })),
  });
});
