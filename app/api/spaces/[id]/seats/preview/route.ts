// POST a roster's file: what is in it, line by line, and what is wrong with it. Nothing is kept.

import { lookedUp } from '#lib/data/classes/seats.ts';
import { maxRosterBytes, readRoster } from '#lib/exchange/roster.ts';
import { inSpace } from '../../../../handle.ts';
import { readForm } from '../../../../request.ts';
import { refused, reply } from '../../../../respond.ts';
import { noFile } from '../../../../unread-file.ts';

export const POST = inSpace(async ({ request, access }) => {
  const read = await readForm(request, maxRosterBytes + 64 * 1024);
  if (!read.ok) return read;
  const file = read.form.get('file');
  if (!(file instanceof File)) return refused('invalid', { say: noFile });
  const roster = readRoster(new Uint8Array(await file.arrayBuffer()));
  if (!roster.ok) return reply({ people: [], problems: roster.problems, known: 0, passedOver: 0 });
  const found = await lookedUp(access, roster.rows);
  if (!found.ok) return found;
  const { known, problems } = found;
  const people = problems.length > 0 ? [] : roster.rows;
  return reply({ people, problems, known, passedOver: roster.passedOver });
});
