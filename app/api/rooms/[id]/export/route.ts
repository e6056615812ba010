// GET: the discussion as a file in one of the formats, streamed; without `format` the list of them, each with what it
// cannot carry of this discussion. Either holds what the caller may see (AUTH3), narrowed by the filter of a reading room's
// address (U44). Who accepts lines is told how far it is.

import { discussionOf, narrowed } from '#lib/data/readings/discussion.ts';
import { formatOf, formats } from '#lib/exchange/discussions/formats.ts';
import { filterFrom } from '#lib/model/threads/filter-address.ts';
import { sentenceOf } from '#lib/words/said.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { inRoom } from '../../../handle.ts';
import { baseOf, localeOf } from '../../../request.ts';
import { fileHeaders, fileName, linesType, refused, reply, streamed } from '../../../respond.ts';
import { linesHeaders, linesOf } from './lines.ts';

export const GET = inRoom(async ({ request, access }) => {
  const params = new URL(request.url).searchParams;
  const id = params.get('format');
  const format = id === null ? undefined : formatOf(id);
  if (id !== null && !format) {
    const known = formats.map((one) => one.id).join(', ');
    return refused('invalid', {
      say: (locale) => translatorOf(locale, 'refusals')('noSuchFormat', { known }),
    });
  }
  const locale = localeOf(request);
  const whole = await discussionOf(access, baseOf(request));
  const { discussion: chosen, shown, all } = await narrowed(access, whole, filterFrom(params));
  if (format) {
    const { title } = whole.room;
    const discussion = format.isWhole ? whole : chosen;
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
    threads: { shown, all },
    formats: formats.map(({ id: name, isWhole = false, write }) => ({
      id: name,
      label: t(`${name}.label`),
      about: t(`${name}.about`),
      isWhole,
      report: write(isWhole ? whole : chosen).report.map((said) => sentenceOf(locale, said)),
    })),
  });
});
