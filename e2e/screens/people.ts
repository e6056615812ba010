// The people of the pictures, each signed up by the API alone, and what they ask of the server.

import { type APIRequestContext, request } from '@playwright/test';
import type { AccountId } from '#lib/data/ids.ts';
import type { AppServer } from '../server.ts';

export type Person = { name: string; email: string; account: AccountId; api: APIRequestContext };

/** Someone new, with an account. */
export async function signUp(server: AppServer, name: string, isNew = false): Promise<Person> {
  const api = await request.newContext({
    baseURL: server.url,
    extraHTTPHeaders: { origin: server.url },
  });
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`;
  const form = { name, email, password: 'a long enough password' };
  const { accountId } = await ask<{ accountId: AccountId }>({ api }, 'POST', '/accounts', form);
  const person = { name, email, account: accountId, api };
  // They have been in discussions before; the sample shows what a newcomer is told.
  await ask(person, 'PATCH', '/account/manners', { hints: isNew ? 0 : 3 });
  return person;
}

/** What the API answers; throws what it refuses. */
export async function ask<T = unknown>(
  { api }: Pick<Person, 'api'>,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  data?: unknown,
): Promise<T> {
  const answer = await api.fetch(`/api${path}`, { method, ...(data !== undefined && { data }) });
  const text = await answer.text();
  if (!answer.ok()) throw new Error(`${method} ${path}: ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}
