// For tests beside this folder's files and the routes': an empty data folder of its own, and people to fill it with.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addUser } from './accounts.ts';
import { database, openDatabase, useDatabase } from './database.ts';
import { type Identity, identifySession, startSession } from './identity.ts';
import type { AccountId } from './ids.ts';
import { forgetLimits } from './rate-limits.ts';
import { parseSettings, useSettings } from './settings.ts';

export const goodPassword = 'correct horse battery';

/** Puts an empty database and the given environment in the place of the process's own. */
export function openFreshData(env: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-'));
  useSettings(parseSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env }));
  const db = openDatabase(dataDir);
  useDatabase(db);
  forgetLimits();
  return db;
}

/** A member account with this name, signed in. */
export async function makeMember(name: string): Promise<Identity> {
  const email = `${name.toLowerCase()}@example.org`;
  const added = await addUser({ name, email, password: goodPassword });
  if (!added.ok) throw new Error(added.reason);
  return identityFor(added.accountId);
}

/** A fresh session of an account, as an identity. */
export async function identityFor(accountId: AccountId): Promise<Identity> {
  const id = await database().write(() => startSession(accountId, 'test'));
  const identity = await identifySession(id);
  if (!identity) throw new Error('a session that was just made is not good');
  return identity;
}
