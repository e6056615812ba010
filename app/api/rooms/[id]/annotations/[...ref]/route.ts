// One annotation by the Web Annotation Protocol: GET it, PUT it anew, DELETE it (which withdraws the point). Only one's
// own can be changed: there is no other layer to write on.

import type { Identity } from '#lib/data/people/identity.ts';
import { writeRecords } from '#lib/data/readings/writing.ts';
import type { RoomAccess } from '#lib/data/spaces/access.ts';
import { described, isTagged, tagOf } from '#lib/exchange/discussions/w3c-container.ts';
import { type Point, partsOf, type Ref, withdrawnFrom } from '#lib/model/record.ts';
import { type Call, inRoom, type Outcome } from '../../../../handle.ts';
import { done, type Refusal, refused } from '../../../../respond.ts';
import { annotationHeaders, annotationsIn, isBrowser, represent, takesJson } from '../container.ts';
import { notWritten, readPoint } from '../sent.ts';

type Params = { id: string; ref: string[] };
type Here = Call<Params> & { identity: Identity; access: RoomAccess };

export const GET = inRoom<Params>(async ({ request, access, params }) => {
  if (!takesJson(request)) return refused('not-acceptable');
  const { item, ref, discussion } = await found(request, access, params);
  if (!item) return refused('no-such-note');
  if (isBrowser(request)) return Response.redirect(`${discussion.room.url}#p=${ref}`, 303);
  return item.withdrawn ? refused('withdrawn') : represent(request, described(item), annotationHeaders);
});

export const OPTIONS = inRoom<Params>(async () => done(annotationHeaders));

export const PUT = inRoom<Params>((call) =>
  change(call, async (before, container) => {
    const read = await readPoint(call.request, container, container.ref, before.at);
    if (!read.ok) return read;
    // Whom it is for is not what an annotation says.
    return { ok: true, point: before.forAll ? { ...read.point, forAll: true } : read.point };
  }),
);

export const DELETE = inRoom<Params>((call) =>
  change(call, async (point) => ({ ok: true, point: withdrawnFrom(point) })),
);

/** Changes a point of one's own that is still as the sender saw it. */
async function change(
  { request, identity, access, params }: Here,
  next: (
    before: Point,
    container: Awaited<ReturnType<typeof found>>,
  ) => Promise<{ ok: true; point: Point } | Refusal>,
): Promise<Outcome> {
  const container = await found(request, access, params);
  const { item, ref, discussion, addresses } = container;
  const entry = discussion.entries.find((one) => one.ref === ref);
  if (!item || entry?.value.type !== 'point') return refused('no-such-note');
  const { participant, id } = partsOf(ref);
  if (participant !== access.participant) return refused('not-allowed');
  if (item.withdrawn) return refused('withdrawn');
  const seen = request.headers.get('if-match');
  if (seen !== null && !isTagged(seen, tagOf(described(item)))) return refused('precondition-failed');
  const made = await next(entry.value, container);
  if (!made.ok) return made;
  const outcome = await writeRecords(identity, access, [{ participant, id, value: made.point }]);
  if (!outcome.ok) return notWritten(outcome);
  if (made.point.withdrawn) return done(annotationHeaders);
  const { items } = await annotationsIn(request, access);
  const now = items.find((one) => one.id === addresses.containerUrl + ref);
  return now ? represent(request, described(now), annotationHeaders) : refused('no-such-note');
}

async function found(request: Request, access: RoomAccess, params: Params) {
  const container = await annotationsIn(request, access);
  const ref = params.ref.map(decodeURIComponent).join('/') as Ref;
  const item = container.items.find(({ id }) => id === container.addresses.containerUrl + ref);
  return { ...container, ref, item };
}
