import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { parseSettings, SettingsError, settingNames } from './settings.ts';

test('every wrong setting is named at once', () => {
  const wrong = { PORT: 'many', LOG_LEVEL: 'loud', OIDC_ISSUER: 'https://id.example.org' };
  expect(() => parseSettings(wrong)).toThrow(SettingsError);
  for (const name of ['PORT', 'LOG_LEVEL', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']) {
    expect(() => parseSettings(wrong)).toThrow(name);
  }
});

test('[DUR3] failpoints are for tests only', () => {
  const named = { FAILPOINT: 'after-commit:3', NODE_ENV: 'test' };
  expect(parseSettings(named).failpoint).toEqual({ name: 'after-commit', nth: 3 });
  expect(() => parseSettings({ ...named, NODE_ENV: 'production' })).toThrow('FAILPOINT');
  expect(() => parseSettings({ FAILPOINT: 'after-commit' })).toThrow('FAILPOINT');
  expect(() => parseSettings({ ...named, FAILPOINT: 'whenever' })).toThrow('FAILPOINT');
});

test('metrics are served only where a port is set', () => {
  expect(parseSettings({}).metricsPort).toBeUndefined();
  expect(parseSettings({ METRICS_PORT: '9400' }).metricsPort).toBe(9400);
});

test('pages are fetched from the web only where the operator says yes', () => {
  expect(parseSettings({}).mayFetch).toBe(false);
  expect(parseSettings({ ALLOW_FETCH: 'no' }).mayFetch).toBe(false);
  expect(parseSettings({ ALLOW_FETCH: 'yes' }).mayFetch).toBe(true);
  expect(() => parseSettings({ ALLOW_FETCH: 'perhaps' })).toThrow('ALLOW_FETCH');
});

test('DATABASE_URL names a Postgres database, and what is wrong with it is said without its password', () => {
  for (const url of [
    'postgres://ada:pw@db.example.org:5433/notes?sslmode=require',
    'postgresql://localhost/notes',
  ])
    expect(parseSettings({ DATABASE_URL: url }).databaseUrl).toBe(url);
  expect(parseSettings({ DATABASE_URL: '' }).databaseUrl).toBeUndefined();
  for (const url of ['mysql://ada:pw@host/notes', 'postgres://ada:pw@host', 'host/notes?password=pw']) {
    expect(() => parseSettings({ DATABASE_URL: url })).toThrow('DATABASE_URL');
    expect(() => parseSettings({ DATABASE_URL: url })).not.toThrow(':pw@');
  }
});

test('.env.example holds every setting with its default, and the guide says what each means', () => {
  const root = join(import.meta.dirname, '..', '..');
  const example = parseEnv(readFileSync(join(root, '.env.example'), 'utf8'));
  expect(Object.keys(example).sort()).toEqual([...settingNames].sort());
  // A getter makes the secret when asked; everything else is plain.
  const { authSecret: _, ...given } = Object.getOwnPropertyDescriptors(parseSettings(example));
  const { authSecret: __, ...standard } = Object.getOwnPropertyDescriptors(parseSettings({}));
  expect(given).toEqual(standard);
  const guide = readFileSync(join(root, 'docs', 'self-hosting.md'), 'utf8');
  const explained = guide
    .match(/^\| `.*$/gm)
    ?.flatMap((row) => row.split('|')[1]?.match(/[A-Z][A-Z0-9_]+/g) ?? []);
  expect(explained?.sort()).toEqual([...settingNames].sort());
});
