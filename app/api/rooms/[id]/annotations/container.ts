// A room's annotations as the protocol's routes need them: the container and single annotations, with the headers that
// the Web Annotation Protocol asks for.

import { annotationAddresses } from '#lib/data/addresses.ts';
import { discussionOf } from '#lib/data/readings/discussion.ts';
import type { RoomAccess } from '#lib/data/spaces/access.ts';
import { annotationsOf } from '#lib/exchange/discussions/w3c.ts';
import { isTagged, tagOf } from '#lib/exchange/discussions/w3c-container.ts';
import { baseOf } from '../../../request.ts';
import { reply } from '../../../respond.ts';

export const mediaType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

const constrainedBy =
  '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"';

export const containerHeaders = {
  allow: 'GET, HEAD, OPTIONS, POST',
  'accept-post': mediaType,
  link: `<http://www.w3.org/ns/ldp#BasicContainer>; rel="type", ${constrainedBy}`,
  vary: 'Accept, Prefer',
};

export const annotationHeaders = {
  allow: 'GET, HEAD, OPTIONS, PUT, DELETE',
  link: '<http://www.w3.org/ns/ldp#Resource>; rel="type"',
  vary: 'Accept',
};

/** Everything that is said in a room, as the caller may see it. */
export async function annotationsIn(request: Request, access: RoomAccess) {
  const discussion = await discussionOf(access, baseOf(request));
  const { reading, mappings, people, entries, room } = discussion;
  const addresses = annotationAddresses(baseOf(request), room.id, reading.id);
  const items = annotationsOf(entries, { ...addresses, reading, mappings, people });
  return { discussion, addresses, items };
}

/** JSON-LD with its tag; nothing but the tag for who has it already. */
export function represent(
  request: Request,
  value: object,
  headers: Record<string, string>,
  status = 200,
): Response {
  const etag = tagOf(value);
  const known = request.headers.get('if-none-match');
  if (status === 200 && known !== null && isTagged(known, etag))
    return new Response(null, { status: 304, headers: { etag, ...headers } });
  return reply(value, status, { 'content-type': mediaType, etag, ...headers });
}

/** Does whoever asks want a page rather than data? */
export function isBrowser(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '';
  return accept.includes('text/html') && !/application\/(ld\+)?json/.test(accept);
}

/** Does the client take JSON-LD? One that asks for Turtle alone is told that there is none. */
export function takesJson(request: Request): boolean {
  const accept = request.headers.get('accept');
  return accept === null || /\*\/\*|application\/(\*|json|ld\+json)|text\/html/.test(accept);
}
