// A round is set up on its own terms: by its chair, by instructors while it is not on, and never with a side it has not.

import { beforeEach, describe, expect, test } from 'vitest';
import { makeMember, makeRoomIn, openFreshData } from '../fixture.ts';
import type { Identity } from '../people/identity.ts';
import { enterRoom, type RoomAccess } from '../spaces/access.ts';
import { changeRoom, participantsOf } from './rooms.ts';
import { changeRound } from './rounds.ts';

const forum = { preset: 'public-forum' } as const;

let owner: Identity;
let roomId: string;

const access = async (): Promise<RoomAccess> => {
  const entered = await enterRoom(owner, roomId);
  if (!entered.ok) throw new Error(entered.reason);
  return entered.access;
};
const seat = async () => {
  const [me] = await participantsOf(await access());
  return me && { side: me.side, part: me.part };
};

beforeEach(async () => {
  openFreshData();
  owner = await makeMember('Ada');
  ({ roomId } = await makeRoomIn(owner, undefined, { format: forum }));
});

describe('a room opened with a format', () => {
  test('is a debate before its round, chaired by who opened it', async () => {
    const { room } = await access();
    expect([room.kind, room.settings.round]).toEqual(['debate', { format: forum, stage: 'before' }]);
    expect(await seat()).toEqual({ side: null, part: 'chair' });
  });
});

describe('changeRound', () => {
  test('seats people, and takes them off a side that a new format has not', async () => {
    const { participant } = await access();
    const seats = [{ participant, side: 'pro', part: 'chair' as const }];
    expect(await changeRound(await access(), { seats })).toMatchObject({ ok: true });
    expect(await seat()).toEqual({ side: 'pro', part: 'chair' });
    await changeRound(await access(), { format: { preset: 'lincoln-douglas' } });
    expect(await seat()).toEqual({ side: null, part: 'chair' });
  });

  test('refuses sides and people that are not there, and changes nothing then', async () => {
    const { participant } = await access();
    const on = { stage: 'on' as const };
    const elsewhere = [{ participant, side: 'aff', part: null }];
    expect(await changeRound(await access(), { ...on, seats: elsewhere })).toEqual({
      ok: false,
      reason: 'no-such-side',
    });
    const nobody = [{ participant: 'nobody', side: 'pro', part: null }];
    expect(await changeRound(await access(), { ...on, seats: nobody })).toEqual({
      ok: false,
      reason: 'no-such-member',
    });
    expect((await access()).room.settings.round?.stage).toBe('before');
  });

  test('while a round is on, it and its room are the chair’s alone', async () => {
    const { participant } = await access();
    await changeRound(await access(), { stage: 'on' });
    await changeRound(await access(), { seats: [{ participant, side: null, part: null }] });
    expect(await changeRound(await access(), { stage: 'over' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
    expect(await changeRoom(await access(), { title: 'Answer the second point' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });

  test('keeps the room’s other settings, and they keep the round', async () => {
    await changeRoom(await access(), { settings: { standing: false } });
    await changeRound(await access(), { stage: 'over' });
    await changeRoom(await access(), { settings: { standing: true } });
    expect((await access()).room.settings).toEqual({
      standing: true,
      round: { format: forum, stage: 'over' },
    });
  });

  test('makes no round without a format', async () => {
    ({ roomId } = await makeRoomIn(owner));
    expect(await changeRound(await access(), { stage: 'on' })).toEqual({ ok: false, reason: 'no-round' });
  });
});
