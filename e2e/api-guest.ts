// Someone who comes by the link and writes as a program does, for stories about another's screen: what is said on it, and
// how much of it.

import type { Room } from './story.ts';

type Said = { body: string; quote?: string; to?: string; stance?: string };

type ApiGuest = {
  /** Says something as an annotation; gives its address. */
  say(said: Said): Promise<string>;
};

export async function apiGuest(
  origin: string,
  { roomId, invite }: Omit<Room, 'url'>,
  name: string,
): Promise<ApiGuest> {
  const { token } = await post<{ token: string }>(`${origin}/api/join`, {
    code: invite.split('/').at(-1),
    name,
  });
  return {
    async say({ body, quote, to, stance }) {
      const made = await post<{ id: string }>(
        `${origin}/api/rooms/${roomId}/annotations/`,
        {
          '@context': 'http://www.w3.org/ns/anno.jsonld',
          type: 'Annotation',
          motivation: to ? 'replying' : 'commenting',
          body: { type: 'TextualBody', value: body, purpose: to ? 'replying' : 'commenting' },
          target: quote ? passage(quote) : to,
          ...(stance && { stance }),
        },
        token,
      );
      return made.id;
    },
  };
}

/** As a program from elsewhere would name the words of a text. */
export function passage(exact: string): object {
  return { source: 'urn:x', selector: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' } };
}

async function post<T>(url: string, data: object, token?: string): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(data),
  });
  if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`);
  return answer.json();
}
