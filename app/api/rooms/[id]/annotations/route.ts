// The room's annotations as a container of the Web Annotation Protocol: GET it or a page of it, POST into it.

import { newId } from '#lib/data/ids.ts';
import { writeRecords } from '#lib/data/readings/writing.ts';
import { containerOf, described, pageOf, preferenceIn } from '#lib/exchange/discussions/w3c-container.ts';
import { refOf } from '#lib/model/record.ts';
import { inRoom } from '../../../handle.ts';
import { done, refused } from '../../../respond.ts';
import { annotationHeaders, annotationsIn, containerHeaders, represent, takesJson } from './container.ts';
import { notWritten, readPoint } from './sent.ts';

export const GET = inRoom(async ({ request, access }) => {
  if (!takesJson(request)) return refused('not-acceptable');
  const { searchParams: query } = new URL(request.url);
  const { addresses, items, discussion } = await annotationsIn(request, access);
  const container = { url: addresses.containerUrl, label: discussion.room.title, items };
  const stated = preferenceIn(request.headers.get('prefer'));
  const preference = query.get('iris') === '1' && !stated.isStated ? 'iris' : stated.preference;
  const number = query.get('page');
  if (number !== null) {
    const page = /^\d{1,6}$/.test(number) ? pageOf(container, preference, Number(number)) : undefined;
    return page
      ? represent(request, page, { ...containerHeaders, allow: 'GET, HEAD, OPTIONS' })
      : refused('no-such-page');
  }
  const whole = containerOf(container, preference);
  return represent(request, whole, {
    ...containerHeaders,
    'content-location': whole.id,
    ...(stated.isStated && { 'preference-applied': 'return=representation' }),
  });
});

export const OPTIONS = inRoom(async () => done(containerHeaders));

export const POST = inRoom(async ({ request, identity, access }) => {
  const container = await annotationsIn(request, access);
  const read = await readPoint(request, container, newId(), new Date().toISOString());
  if (!read.ok) return read;
  const { participant } = access;
  const outcome = await writeRecords(identity, access, [{ participant, id: read.id, value: read.point }]);
  if (!outcome.ok) return notWritten(outcome);
  const { items, addresses } = await annotationsIn(request, access);
  const location = addresses.containerUrl + refOf(participant, read.id);
  const made = items.find(({ id }) => id === location);
  if (!made) throw new Error('an annotation that was just written is not there');
  return represent(request, described(made), { ...annotationHeaders, location }, 201);
});
