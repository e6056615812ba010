// Who asks for this page: for server components. Routes under app/api get it with their call.

import { headers } from 'next/headers';
import { cache } from 'react';
import { type Identity, identify } from '#lib/data/people/identity.ts';

/** The identity behind the current request, looked up once however many components ask; null when signed out. */
export const currentIdentity: () => Promise<Identity | null> = cache(async () => {
  const sent = await headers();
  return identify({ cookie: sent.get('cookie'), authorization: sent.get('authorization') });
});
