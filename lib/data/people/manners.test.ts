// Choices follow their maker from device to device, and go with the account.

import { beforeEach, expect, test } from 'vitest';
import { goodPassword, makeMember, openFreshData } from '../fixture.ts';
import { database } from '../store/database.ts';
import { closeAccount } from './closing.ts';
import { changeManners, keptManners } from './manners.ts';

beforeEach(() => {
  openFreshData();
});

test('[U48] what is chosen on one device holds on the next, beside what was chosen there', async () => {
  const ann = await makeMember('Ann');
  expect(await keptManners(ann)).toBeNull();
  await Promise.all([changeManners(ann, { size: 'large' }), changeManners(ann, { margin: 'rail' })]);
  expect(await keptManners(ann)).toEqual({ size: 'large', margin: 'rail' });
  expect(await changeManners(ann, { size: 'usual' })).toMatchObject({ size: 'usual', margin: 'rail' });
  expect(await keptManners(await makeMember('Ben'))).toBeNull();
});

test('closing the account takes them with it', async () => {
  const ann = await makeMember('Ann');
  await changeManners(ann, { theme: 'dark' });
  expect(await closeAccount(ann, goodPassword)).toEqual({ ok: true });
  const rows = await database().read.selectFrom('account').select(['closed_at', 'manners']).execute();
  expect(rows.map(({ manners }) => manners)).toEqual([null]);
});
