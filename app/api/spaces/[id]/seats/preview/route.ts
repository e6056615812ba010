// POST a roster's file: what is in it, line by line, and what is wrong with it. Nothing is kept.

import { lookedUp } from '#lib/data/classes/seats.ts';
import { maxRosterBytes, type ReadRoster, readRoster } from '#lib/exchange/roster.ts';
import type { RosterProblem } from '#lib/model/classes/roster.ts';
import type { Locale } from '#lib/model/manners.ts';
import { type Said, sentenceOf } from '#lib/words/said.ts';
import { inSpace } from '../../../../handle.ts';
import { localeOf, readForm } from '../../../../request.ts';
import { refused, reply } from '../../../../respond.ts';
import { noFile } from '../../../../unread-file.ts';

export const POST = inSpace(async ({ request, access }) => {
  const read = await readForm(request, maxRosterBytes + 64 * 1024);
  if (!read.ok) return read;
  const file = read.form.get('file');
  if (!(file instanceof File)) return refused('invalid', { say: noFile });
  const locale = localeOf(request);
  const roster = readRoster(new Uint8Array(await file.arrayBuffer()));
  if (!roster.ok) return reply({ people: [], problems: problemsIn(roster, locale), known: 0, passedOver: 0 });
  const found = await lookedUp(access, roster.rows);
  if (!found.ok) return found;
  const { known, problems } = found;
  const people = problems.length > 0 ? [] : roster.rows;
  return reply({
    people,
    problems: problems.map((one) => said(one, locale)),
    known,
    passedOver: roster.passedOver,
  });
});

function problemsIn(roster: Extract<ReadRoster, { ok: false }>, locale: Locale) {
  if ('problems' in roster) return roster.problems.map((one) => said(one, locale));
  const why = sentenceOf(locale, roster.unread);
  return [said({ line: 1, fault: { key: 'roster.notCsv', values: { why } } }, locale)];
}

function said({ line, fault }: RosterProblem<Said>, locale: Locale): { line: number; message: string } {
  return { line, message: sentenceOf(locale, fault) };
}
