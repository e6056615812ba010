import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { all, first } from './database.ts';
import { openSqlite } from './sqlite.ts';

function open() {
  return openSqlite(mkdtempSync(join(tmpdir(), 'counterpoint-')));
}

describe('sqlite', () => {
  test('[DUR3] the connection that writes has synchronous=FULL and WAL', async () => {
    const db = open();
    expect(db.pragma('synchronous')).toBe(2);
    expect(db.pragma('journal_mode')).toBe('wal');
    await db.close();
  });

  test('a transaction that throws leaves nothing behind', async () => {
    const db = open();
    const insert = db.build.insertInto('meta').values({ key: 'a', value: '1' });
    await expect(
      db.write(function* () {
        yield* all(insert);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await db.read.selectFrom('meta').selectAll().where('key', '=', 'a').execute()).toEqual([]);
    await db.close();
  });

  test('a transaction reads what it wrote, and the reader sees it after the commit', async () => {
    const db = open();
    const seen = await db.write(function* () {
      yield* all(db.build.insertInto('meta').values({ key: 'a', value: '1' }));
      return yield* first(db.build.selectFrom('meta').select('value').where('key', '=', 'a'));
    });
    expect(seen).toEqual({ value: '1' });
    expect(await db.read.selectFrom('meta').select('value').where('key', '=', 'a').execute()).toEqual([
      { value: '1' },
    ]);
    await db.close();
  });
});
