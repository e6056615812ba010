// The roster: GET it; POST people, all of them or none.

import { joinPath } from '#lib/data/addresses.ts';
import { enrol, seatsOf } from '#lib/data/classes/seats.ts';
import type { RosterProblem } from '#lib/model/classes/roster.ts';
import { sentenceOf } from '#lib/words/said.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { peopleForm } from '../../../class-form.ts';
import { inSpace } from '../../../handle.ts';
import { baseOf, localeOf, readJson } from '../../../request.ts';
import { refused, reply } from '../../../respond.ts';

const rosterLimitBytes = 1 << 20;

export const GET = inSpace(async ({ request, access }) => {
  const found = await seatsOf(access, localeOf(request));
  if (!found.ok) return found;
  const base = baseOf(request);
  const people = found.seats.map(({ code, ...seat }) => ({
    ...seat,
    url: seat.accountId === null ? base + joinPath(code) : null,
  }));
  return reply({ people });
});

export const POST = inSpace(async ({ request, access }) => {
  const read = await readJson(request, peopleForm, rosterLimitBytes);
  if (!read.ok) return read;
  const done = await enrol(access, read.value.people);
  if (!done.ok) return done.reason === 'people-mixed-up' ? mixedUp(done.problems) : done;
  const { added, changed, joined } = done;
  return reply({ added, changed, joined });
});

/** How many lines a refusal names: the preview of a file names all of them. */
const namedLines = 5;

function mixedUp(problems: readonly RosterProblem[]) {
  const more = problems.length - namedLines;
  return refused('people-mixed-up', {
    say: (locale) => {
      const t = translatorOf(locale, 'refusals.roster');
      const named = problems
        .slice(0, namedLines)
        .map(({ line, fault }) => t('line', { line: String(line), message: sentenceOf(locale, fault) }));
      return [t('nothing'), ...named, ...(more > 0 ? [t('more', { more })] : [])].join(' ');
    },
  });
}
