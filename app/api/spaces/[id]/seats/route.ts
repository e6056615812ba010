// The roster: GET it; POST people, all of them or none.

import { joinPath } from '#lib/data/addresses.ts';
import { enrol, seatsOf } from '#lib/data/classes/seats.ts';
import { peopleForm } from '../../../class-form.ts';
import { inSpace } from '../../../handle.ts';
import { baseOf, readJson } from '../../../request.ts';
import { refused, reply } from '../../../respond.ts';

const rosterLimitBytes = 1 << 20;

export const GET = inSpace(async ({ request, access }) => {
  const found = await seatsOf(access);
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
  if (!read.ok) return refused(read.reason, read.detail);
  const done = await enrol(access, read.value.people);
  if (!done.ok) return done;
  const { added, changed, joined } = done;
  return reply({ added, changed, joined });
});
