// Old editions are kept, no correction undoes another, and everyone with a room on the reading hears of a new one.

import { beforeEach, describe, expect, test } from 'vitest';
import { describe as anchorAt } from '#lib/model/text/anchor.ts';
import { textOf } from '#lib/model/text/text.ts';
import { aText, identityFor, makeMember, makeRoomIn, openFreshData, sayIn, stranger } from '../fixture.ts';
import type { Identity } from '../people/identity.ts';
import { enterRoom, enterSpace, type SpaceAccess } from '../spaces/access.ts';
import { makeInvite } from '../spaces/invites.ts';
import { join } from '../spaces/joining.ts';
import { database } from '../store/database.ts';
import { editionsOf, makeEdition, mappingBetween, mappingsTo, newestNumber } from './editions.ts';
import { outlookOf } from './outlook.ts';
import { editionOf, newestEdition, readingOf } from './readings.ts';

let owner: Identity;
let space: SpaceAccess;
let roomId: string;
let readingId: string;
let first: string;

beforeEach(async () => {
  openFreshData();
  owner = await makeMember('Ann');
  ({ roomId, space } = await makeRoomIn(owner));
  const entered = await enterRoom(owner, roomId);
  if (!entered.ok) throw new Error(entered.reason);
  readingId = entered.access.room.readings[0] ?? '';
  first = (await newestEdition(readingId))?.edition ?? '';
});

const corrected = {
  ...aText,
  title: 'On ferries, again',
  blocks: aText.blocks.map((block) => ({ ...block, text: block.text.replace('slower', 'calmer') })),
};

async function noteOn(words: string, id: string) {
  const entered = await enterRoom(owner, roomId);
  if (!entered.ok) throw new Error(entered.reason);
  const text = textOf(aText.blocks);
  const start = text.indexOf(words);
  const anchor = anchorAt({ start, end: start + words.length }, text, { reading: readingId, edition: first });
  const value = { type: 'point' as const, kind: 'comment' as const, at: '2030-01-01T00:00:00.000Z', anchor };
  await sayIn(entered.access, id, value);
  return { value };
}

describe('a new edition', () => {
  test('is what the reading shows from now on; the old one is kept as it was', async () => {
    const made = await makeEdition(space, readingId, 1, corrected);
    expect(made).toMatchObject({ ok: true, reading: { number: 2, title: 'On ferries, again' } });
    expect(await newestEdition(readingId)).toMatchObject({ number: 2, blocks: corrected.blocks });
    expect(await editionOf(readingId, first)).toMatchObject({
      number: 1,
      title: 'On ferries',
      blocks: aText.blocks,
    });
    expect(await editionsOf(readingId)).toMatchObject([
      { number: 2, title: 'On ferries, again', by: 'Ann' },
      { number: 1, title: 'On ferries', by: null },
    ]);
    expect(await newestNumber(readingId)).toBe(2);
  });

  test('is refused where another came first, and nothing of either is lost', async () => {
    const both = await Promise.all([
      makeEdition(space, readingId, 1, corrected),
      makeEdition(space, readingId, 1, { ...aText, title: 'Mine' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'newer-version' });
    expect(await editionsOf(readingId)).toHaveLength(2);
  });

  test('is only for owners, and only of their own readings', async () => {
    const invite = await makeInvite(space, { role: 'assistant' });
    if (!invite.ok) throw new Error(invite.reason);
    const ben = await makeMember('Ben');
    await join({ code: invite.code }, { ...stranger(), identity: ben });
    const bens = await enterSpace(await identityFor(ben.accountId), space.space.id);
    expect(bens && (await makeEdition(bens, readingId, 1, corrected))).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    const elsewhere = await makeRoomIn(ben);
    expect(await makeEdition(elsewhere.space, readingId, 1, corrected)).toEqual({
      ok: false,
      reason: 'no-such-reading',
    });
    expect(await readingOf(owner, readingId)).toMatchObject({ number: 1 });
  });

  test('is announced in every room on the reading', async () => {
    await database().read.selectFrom('access_change').selectAll().execute();
    const before = await announced();
    await makeEdition(space, readingId, 1, corrected);
    expect(await announced()).toBe(before + 1);
  });
});

async function announced(): Promise<number> {
  const rows = await database()
    .read.selectFrom('access_change')
    .select('id')
    .where('room_id', '=', roomId)
    .where('kind', '=', 'roster')
    .execute();
  return rows.length;
}

describe('the way between editions', () => {
  test('is there for those that notes name and for the one before, and for no others', async () => {
    const note = await noteOn('A ferry', 'n1');
    await makeEdition(space, readingId, 1, corrected);
    await makeEdition(space, readingId, 2, { ...corrected, title: 'Third' });
    await makeEdition(space, readingId, 3, { ...corrected, title: 'Fourth' });
    const newest = await newestEdition(readingId);
    if (!newest) throw new Error('no edition');
    const [, third] = await editionsOf(readingId);
    expect(Object.keys(await mappingsTo(newest, [note])).sort()).toEqual([first, third?.id ?? ''].sort());
    expect(await mappingBetween(readingId, 'none', newest.edition)).toBeNull();
  });
});

describe('what a correction would do', () => {
  test('is told note by note, before anything is published', async () => {
    await noteOn('It is also kinder to a harbour.', 'n1');
    await noteOn('A ferry is slower than a bridge.', 'n2');
    await noteOn('slower', 'n3');
    const found = await outlookOf(space, readingId, corrected);
    expect(found).toMatchObject({
      ok: true,
      outlook: { exact: 1, moved: 0, reworded: 1, uncertain: 1, gone: 0, lostBefore: 0 },
      affected: [
        {
          state: 'reworded',
          was: 'A ferry is slower than a bridge.',
          now: 'A ferry is calmer than a bridge.',
        },
        { state: 'uncertain', was: 'slower', now: 'calmer' },
      ],
    });
    expect(await newestNumber(readingId)).toBe(1);
  });

  test('counts apart what had lost its words before', async () => {
    await noteOn('slower', 'n1');
    await makeEdition(space, readingId, 1, corrected);
    expect(await outlookOf(space, readingId, corrected)).toMatchObject({
      outlook: { lostBefore: 1, uncertain: 0 },
      affected: [],
    });
  });
});
