// GET: the discussion as a file in one of the formats, streamed; without `format` the list of them, each with what it
// cannot carry of this discussion. Either holds what the caller may see (AUTH3). Who accepts lines is told how far it is.

import { discussionOf } from '#lib/data/readings/discussion.ts';
import { formatOf, formats } from '#lib/exchange/discussions/formats.ts';
import { sentenceOf } from '#lib/words/said.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { inRoom } from '../../../handle.ts';
import { baseOf, localeOf } from '../../../request.ts';
import { fileHeaders, fileName, linesType, refused, reply, streamed } from '../../../respond.ts';
import { linesHeaders, linesOf } from './lines.ts';

export const GET = inRoom(async ({ request, access }) => {
  const id = new URL(request.url).searchParams.get('format');
  const format = id === null ? undefined : formatOf(id);
  if (id !== null && !format) {
    const known = formats.map((one) => one.id).join(', ');
    return refused('invalid', {
      say: (locale) => translatorOf(locale, 'refusals')('noSuchFormat', { known }),
    });
  }
  const locale = localeOf(request);
  const discussion = await discussionOf(access, baseOf(request));
  if (format) {
    const { title } = discussion.room;
    if (!request.headers.get('accept')?.includes(linesType))
      return streamed(format.write(discussion).parts, fileHeaders({ title, ...format }));
    const file = { name: fileName(title, format.extension), type: format.mediaType };
    return streamed(
      linesOf(file, locale, (onWritten) => format.write(discussion, onWritten)),
      linesHeaders,
    );
  }
  const t = translatorOf(locale, 'files.format');
  return reply({
    formats: formats.map(({ id: name, write }) => ({
      id: name,
      label: t(`${name}.label`),
      about: t(`${name}.about`),
      report: write(discussion).report.map((said) => sentenceOf(locale, said)),
    })),
  });
});
