// Acts write records that the gate takes: valid, on one's own layer, withdrawn ones without words.

import { beforeEach, describe, expect, it } from 'vitest';
import { type CounterpointRecord, type Entry, type Point, parseRecord } from '#lib/model/record.ts';
import type { RoomClient } from '#lib/sync/room-state.ts';
import { actsOf, answerLink, type RoomActs } from './acts.ts';

let written: { place: string; id: string; value: CounterpointRecord | null }[];
let acts: RoomActs;

beforeEach(() => {
  written = [];
  const client: Pick<RoomClient, 'put' | 'remove'> = {
    put: async (place, id, value) => void written.push({ place, id, value }),
    remove: async (place, id) => void written.push({ place, id, value: null }),
  };
  acts = actsOf(async () => client as RoomClient, 'ada');
});

const value: Point = {
  type: 'point',
  kind: 'comment',
  at: '2026-03-01T10:00:00.000Z',
  body: 'words',
  links: [{ to: 'bea/1', stance: 'rebuts' }],
};
const mine: Entry<Point> = { ref: 'ada/2', participant: 'ada', id: '2', value };

describe('acts', () => {
  it('says something new as a valid record under the name it gives', async () => {
    const ref = await acts.say('room', {
      kind: 'claim',
      body: 'so',
      link: { to: 'reading', stance: 'rebuts' },
    });
    expect(written).toHaveLength(1);
    expect(`ada/${written[0]?.id}`).toBe(ref);
    expect(parseRecord(written[0]?.value)).toMatchObject({ ok: true, value: { kind: 'claim', body: 'so' } });
  });

  it('never gives two points one name', async () => {
    const refs = await Promise.all(Array.from({ length: 50 }, () => acts.say('room', { kind: 'highlight' })));
    expect(new Set(refs).size).toBe(50);
  });

  it('[GATE11] withdraws by a value without words, and restores by the whole value', async () => {
    await acts.withdraw('room', mine);
    await acts.restore('room', mine);
    const [gone, back] = written.map(({ value }) => value);
    expect(gone).toMatchObject({ withdrawn: true, links: value.links });
    expect(gone).not.toHaveProperty('body');
    expect(parseRecord(gone).ok).toBe(true);
    expect(back).toEqual(value);
  });

  it('[GATE11] takes a reaction back by deleting its one key', async () => {
    await acts.react('room', 'helpful', 'bea/1', true);
    await acts.react('room', 'helpful', 'bea/1', false);
    expect(written.map(({ id }) => id)).toEqual(['helpful:bea/1', 'helpful:bea/1']);
    expect(written[1]?.value).toBeNull();
  });
});

describe('answerLink', () => {
  it('says which step an undercut attacks, and only an undercut does', () => {
    expect(answerLink(mine, 'undercuts')).toEqual({ to: 'ada/2', stance: 'undercuts', on: 'bea/1' });
    expect(answerLink(mine, 'rebuts')).toEqual({ to: 'ada/2', stance: 'rebuts' });
  });
});
