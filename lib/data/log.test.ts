// What the log may hold: enough to find a fault, nothing of anyone's words or addresses.

import { expect, test } from 'vitest';
import { makeFreshFolder } from './fixture.ts';
import { openLog } from './log.ts';

async function logged(error: unknown): Promise<{ text: string; err: Record<string, unknown> | string }> {
  await makeFreshFolder({ LOG_LEVEL: 'trace' });
  const lines: string[] = [];
  openLog({ write: (line) => void lines.push(line) }).error({ err: error, document: 'room/r1' }, 'it failed');
  const text = lines.join('');
  return { text, err: JSON.parse(text).err };
}

test('an error is told by its kind, code, message and place', async () => {
  const { err } = await logged(Object.assign(new TypeError('no such file'), { code: 'ENOENT' }));
  expect(err).toMatchObject({ type: 'TypeError', code: 'ENOENT', message: 'no such file' });
  expect(err).toHaveProperty('stack', expect.stringContaining('log.test.ts'));
});

test.each<[what: string, error: () => unknown]>([
  [
    'the row that a database names',
    () =>
      Object.assign(new Error('duplicate key'), { detail: 'Key (email)=(ines@example.org) already exists.' }),
  ],
  [
    'the people whom a mail server turned away',
    () => Object.assign(new Error('550 <ines@example.org>: no such box'), { rejected: ['ines@example.org'] }),
  ],
  [
    'the words at which a parser stopped',
    () => new SyntaxError('Unexpected token \'M\', "My words, ines"... is not valid JSON'),
  ],
  ['what an error was caused by', () => new Error('failed', { cause: new Error('of ines@example.org') })],
  ['what is no error at all', () => ({ body: 'My words', email: 'ines@example.org' })],
])('%s stays out of it', async (_what, error) => {
  const { text } = await logged(error());
  expect(text).toContain('it failed');
  expect(text).not.toMatch(/ines|My words/);
});

test('names of tables and constraints stay in', async () => {
  const { err } = await logged(
    new Error('violates unique constraint "account_email_key" for "Ines Example"'),
  );
  expect(err).toHaveProperty('message', 'violates unique constraint "account_email_key" for "…"');
});
