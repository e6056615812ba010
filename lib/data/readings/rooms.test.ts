import { beforeEach, describe, expect, test } from 'vitest';
import type { CounterpointRecord } from '#lib/model/record.ts';
import { parseRoomSettings } from '#lib/model/room-settings.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';
import { aText, makeCourse, makeMember, makeRoomIn, openFreshData, sayIn, stranger } from '../fixture.ts';
import type { Identity } from '../people/identity.ts';
import { settings } from '../settings.ts';
import { enterRoom, enterSpace, type RoomAccess } from '../spaces/access.ts';
import { makeInvite } from '../spaces/invites.ts';
import { join } from '../spaces/joining.ts';
import { removeMember } from '../spaces/members.ts';
import { rolesIn } from '../spaces/participants.ts';
import { makeSpace } from '../spaces/spaces.ts';
import { all, database } from '../store/database.ts';
import { parseReadingText } from './reading-text.ts';
import { importSpaceFor, keepReading, newestEdition, readingOf } from './readings.ts';
import { changeRoom, makeRoom, participantsOf, recordsOf, roomView } from './rooms.ts';

beforeEach(() => {
  openFreshData();
});

const at = '2030-01-01T00:00:00.000Z';
const anchor = { reading: 'r', edition: 'e', start: 0, end: 7, quote: 'A ferry', prefix: '', suffix: ' is' };
const note = (body: string): CounterpointRecord => ({ type: 'point', kind: 'comment', at, anchor, body });

/** A room with an instructor, Kim, and two members, Ann and Ben, each with a place in it. */
async function classroom(visibility: VisibilityRule = { kind: 'open' }) {
  const kim = await makeMember('Kim');
  const { roomId, space } = await makeRoomIn(kim, undefined, { visibility });
  const invite = await makeInvite(space, { role: 'member' });
  if (!invite.ok) throw new Error(invite.reason);
  const enter = async (identity: Identity): Promise<RoomAccess> => {
    await join({ code: invite.code }, { ...stranger(), identity });
    const entered = await enterRoom(identity, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    return entered.access;
  };
  return {
    kim: await enter(kim),
    ann: await enter(await makeMember('Ann')),
    ben: await enter(await makeMember('Ben')),
    again: enter,
    space,
    roomId,
  };
}

const names = (people: { name: string }[]) => people.map(({ name }) => name);

describe('readings', () => {
  test('a text is kept block by block and served to its space and to those invited to a room on it', async () => {
    const kim = await makeMember('Kim');
    const { space, roomId } = await makeRoomIn(kim);
    const kept = await keepReading(space, { ...aText, credit: 'Photo: nobody' });
    if (!kept.ok) throw new Error(kept.reason);
    expect(await readingOf(kim, kept.reading.id)).toEqual(kept.reading);
    expect(kept.reading).toMatchObject({ title: 'On ferries', standfirst: null, blocks: aText.blocks });
    const visitor = await makeMember('Visitor');
    expect(await readingOf(visitor, kept.reading.id)).toBeNull();
    const invite = await makeInvite(space, { role: 'member', roomId });
    if (!invite.ok) throw new Error(invite.reason);
    await join({ code: invite.code }, { ...stranger(), identity: visitor });
    const entered = await enterRoom(visitor, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    expect(await readingOf(visitor, entered.access.room.readings[0] ?? '')).toMatchObject({
      title: 'On ferries',
    });
    expect(await readingOf(visitor, kept.reading.id)).toBeNull();
    expect(await newestEdition('nothing')).toBeNull();
  });

  test('members of a course keep none, members of a squad do', async () => {
    const kim = await makeMember('Kim');
    const ann = await makeMember('Ann');
    for (const kind of ['course', 'squad'] as const) {
      const made = await makeSpace(kim, { name: kind, kind });
      const space = made.ok && (await enterSpace(kim, made.id));
      if (!space) throw new Error('no space');
      const invite = await makeInvite(space, { role: 'member' });
      if (!invite.ok) throw new Error(invite.reason);
      await join({ code: invite.code }, { ...stranger(), identity: ann });
      const anns = await enterSpace(ann, space.space.id);
      expect(anns && (await keepReading(anns, aText)).ok).toBe(kind === 'squad');
    }
  });

  test('a member without a space gets one to import into, once; a guest does not', async () => {
    await makeMember('First');
    const ann = await makeMember('Ann');
    const first = await importSpaceFor(ann, undefined);
    expect(first).toMatchObject({ ok: true, access: { role: 'owner' } });
    const second = await importSpaceFor(ann, undefined);
    expect(first.ok && second.ok && first.access.space.id === second.access.space.id).toBe(true);
    expect(await importSpaceFor({ ...ann, accountId: 'x', kind: 'guest' }, undefined)).toEqual({
      ok: false,
      reason: 'members-only',
    });
    expect(await importSpaceFor(ann, 'elsewhere')).toEqual({ ok: false, reason: 'no-such-space' });
  });
});

describe('a reading from a client', () => {
  const good = { ...aText, blocks: aText.blocks };
  const blockWith = (change: object) => ({ ...good, blocks: [{ ...good.blocks[0], ...change }] });

  test('is taken as it is when it is canonical; empty lines are absent', () => {
    expect(parseReadingText({ ...good, standfirst: '  ', credit: null }, settings().limits)).toEqual({
      ok: true,
      text: good,
    });
  });

  test.each([
    ['no title', { ...good, title: ' \u202e ' }],
    ['no blocks', { ...good, blocks: [] }],
    ['markup in place of a block type', blockWith({ type: 'script' })],
    [
      'a link that runs',
      blockWith({ spans: [{ type: 'link', start: 0, end: 1, href: 'javascript:alert(1)' }] }),
    ],
    ['a span past the end', blockWith({ spans: [{ type: 'strong', start: 0, end: 999 }] })],
    ['a line break', blockWith({ text: 'a\nb' })],
    ['a direction override', blockWith({ text: 'a\u202eb' })],
    ['words in tag characters, which nobody sees', blockWith({ text: 'a\u{E0068}\u{E0069}' })],
    ['a deprecated shaping control', blockWith({ text: 'a\u206a' })],
    ['half a character', blockWith({ text: 'a\ud800' })],
    ['text that is not NFC', blockWith({ text: 'e\u0301' })],
    ['a field nobody knows', { ...good, html: '<b>' }],
    ['two blocks of one id', { ...good, blocks: [good.blocks[0], good.blocks[0]] }],
    [
      'too many paragraphs',
      { ...good, blocks: Array.from({ length: 5001 }, (_, i) => ({ ...good.blocks[0], id: `b${i + 1}` })) },
    ],
    ['nothing', null],
  ])('with %s is refused', (_, value) => {
    expect(parseReadingText(value, settings().limits).ok).toBe(false);
  });
});

describe('rooms', () => {
  test('a room takes the reading’s title and the kind of its space unless told otherwise', async () => {
    const kim = await makeMember('Kim');
    const made = await makeSpace(kim, { name: 'Squad', kind: 'squad' });
    const space = made.ok && (await enterSpace(kim, made.id));
    if (!space) throw new Error('no space');
    const { roomId } = await makeRoomIn(kim, space);
    const entered = await enterRoom(kim, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    expect(await roomView(entered.access)).toMatchObject({
      room: { title: 'On ferries', kind: 'debate', spaceName: 'Squad', closedAt: null },
      reading: { title: 'On ferries', blocks: aText.blocks },
      me: { participantId: entered.access.participant, role: 'owner', name: 'Kim' },
    });
  });

  test('says into which roles one may make links, by one’s role in the space', async () => {
    const { kim, ann, space, roomId } = await classroom();
    expect((await roomView(kim)).me.mayInvite).toEqual(['owner', 'assistant', 'member', 'observer']);
    expect((await roomView(ann)).me.mayInvite).toEqual([]);
    const invite = await makeInvite(space, { role: 'assistant', roomId });
    if (!invite.ok) throw new Error(invite.reason);
    const helper = await makeMember('Helper');
    await join({ code: invite.code }, { ...stranger(), identity: helper });
    const entered = await enterRoom(helper, roomId);
    if (!entered.ok) throw new Error(entered.reason);
    expect((await roomView(entered.access)).me).toMatchObject({ role: 'assistant', mayInvite: [] });
  });

  test('is made by instructors, on a reading of their own space', async () => {
    const { space, kim } = await classroom();
    const elsewhere = await keepReading(await makeCourse(await makeMember('Lee')), aText);
    if (!elsewhere.ok) throw new Error(elsewhere.reason);
    for (const readingId of [elsewhere.reading.id, 'nothing'])
      expect(await makeRoom(space, { readingId })).toEqual({ ok: false, reason: 'no-such-reading' });
    const asMember = { ...space, role: 'member' as const };
    expect(await makeRoom(asMember, { readingId: kim.room.readings[0] ?? '' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });

  test('[AUTH2] closing one is the instructors’ to do, is announced, and can be undone', async () => {
    const { kim, ann, roomId } = await classroom();
    expect(await changeRoom(ann, { closed: true })).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await changeRoom(kim, { closed: true })).toEqual({ ok: true });
    const closed = await database()
      .read.selectFrom('room')
      .select('closed_at')
      .where('id', '=', roomId)
      .executeTakeFirst();
    expect(closed?.closed_at).toMatch(/Z$/);
    const announced = await database()
      .read.selectFrom('access_change')
      .select('kind')
      .where('room_id', '=', roomId)
      .where('kind', '=', 'access')
      .execute();
    expect(announced).toHaveLength(1);
    expect(await changeRoom(kim, { closed: false, title: 'New title' })).toEqual({ ok: true });
  });

  test('its settings are the instructors’ to change; whoever is here hears of it and keeps their place', async () => {
    const { kim, ann, roomId } = await classroom();
    expect(kim.room.settings).toEqual({});
    expect(await changeRoom(ann, { settings: { standing: true } })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(await changeRoom(kim, { settings: { standing: true } })).toEqual({ ok: true });
    expect(await changeRoom(kim, { settings: {} })).toEqual({ ok: true });
    const row = await database()
      .read.selectFrom('room')
      .select('settings')
      .where('id', '=', roomId)
      .executeTakeFirstOrThrow();
    expect(parseRoomSettings(row.settings)).toEqual({ standing: true });
    const announced = await database()
      .read.selectFrom('access_change')
      .select('kind')
      .where('room_id', '=', roomId)
      .execute();
    expect(new Set(announced.map(({ kind }) => kind))).toEqual(new Set(['roster']));
  });
});

describe('what is seen in a room', () => {
  test('[AUTH3] where all is open everyone sees everyone and everything', async () => {
    const { ann, ben } = await classroom();
    await sayIn(ben, 'n1', note('Ferries are fine.'));
    expect(names(await participantsOf(ann))).toEqual(['Kim', 'Ann', 'Ben']);
    expect(await recordsOf(ann)).toEqual([
      {
        ref: `${ben.participant}/n1`,
        participant: ben.participant,
        id: 'n1',
        name: 'Ben',
        value: note('Ferries are fine.'),
        seq: 1,
        createdAt: expect.any(String),
        acceptedAt: expect.any(String),
        quote: 'A ferry',
        parent: null,
      },
    ]);
  });

  test('[AUTH3] a removed assistant’s layer is a member’s, as the live room has it too', async () => {
    const { kim, ann, space, again, roomId } = await classroom({ kind: 'when-opened', opened: false });
    const tom = await makeMember('Tom');
    const invite = await makeInvite(space, { role: 'assistant' });
    if (!invite.ok) throw new Error(invite.reason);
    await join({ code: invite.code }, { ...stranger(), identity: tom });
    const toms = await again(tom);
    await sayIn(toms, 't', note('Mind the tide.'));
    expect(names(await recordsOf(ann))).toEqual(['Tom']);
    expect(await removeMember(space, tom.accountId)).toEqual({ ok: true });
    expect((await rolesIn(roomId)).has(toms.participant)).toBe(false);
    expect(names(await participantsOf(ann))).toEqual(['Kim', 'Ann']);
    expect(names(await recordsOf(ann))).toEqual([]);
    expect(await participantsOf(kim)).toContainEqual(
      expect.objectContaining({ name: 'Tom', role: 'member', removed: true }),
    );
    expect(names(await recordsOf(kim))).toEqual(['Tom']);
  });

  test('[AUTH3] before the first own note one sees oneself and the instructors, after it everyone', async () => {
    const { kim, ann, ben } = await classroom({ kind: 'after-own-notes', notes: 1, words: 3 });
    await sayIn(kim, 'k', note('Mind the harbour.'));
    await sayIn(ben, 'b', note('Ferries are slow indeed.'));
    const seen = async (viewer: RoomAccess) => [
      names(await participantsOf(viewer)),
      names(await recordsOf(viewer)),
    ];
    expect(await seen(ann)).toEqual([['Kim', 'Ann'], ['Kim']]);
    await sayIn(ann, 'short', note('Too short'));
    expect(await seen(ann)).toEqual([
      ['Kim', 'Ann'],
      ['Kim', 'Ann'],
    ]);
    await sayIn(ann, 'a', note('Bridges are ugly.'));
    expect(await seen(ann)).toEqual([
      ['Kim', 'Ann', 'Ben'],
      ['Kim', 'Ben', 'Ann', 'Ann'],
    ]);
    expect(await seen(kim)).toEqual([
      ['Kim', 'Ann', 'Ben'],
      ['Kim', 'Ben', 'Ann', 'Ann'],
    ]);
  });

  test('an answer names its parent, a deleted reaction is gone, a withdrawn point has no words', async () => {
    const { ann, ben } = await classroom();
    const parent = await sayIn(ann, 'a', note('First.'));
    await sayIn(ben, 'b', {
      type: 'point',
      kind: 'comment',
      at,
      links: [{ to: parent, stance: 'rebuts' }],
      body: 'No.',
    });
    await sayIn(ben, 'w', { type: 'point', kind: 'comment', at, withdrawn: true });
    await sayIn(ben, `helpful:${parent}`, null);
    const records = await recordsOf(ann);
    expect(records.map(({ id, parent }) => [id, parent])).toEqual([
      ['a', null],
      ['b', parent],
      ['w', null],
    ]);
    expect(records[2]?.value).not.toHaveProperty('body');
  });

  test('what stands in another document of the room is nobody else’s business', async () => {
    const { ann, ben } = await classroom();
    await sayIn(ann, 'mine', note('Only me.'), `private/${ann.room.id}/${ann.participant}`);
    expect(await recordsOf(ben)).toEqual([]);
    expect(await recordsOf(ann)).toEqual([]);
  });

  test('a kept value that is no record is a fault to notice, not to show', async () => {
    const { ann } = await classroom();
    await sayIn(ann, 'bad', note('x'));
    await database().write(() =>
      all(database().build.updateTable('record').set({ value: '{"type":"nonsense"}' })),
    );
    await expect(recordsOf(ann)).rejects.toThrow('is not one');
  });
});
