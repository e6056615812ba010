import { expect, test } from 'vitest';
import type { SaveState } from './room-state.ts';
import { type ChannelStatus, saveStateOf } from './save-state.ts';

const synced: ChannelStatus = { link: 'synced', unsettled: 0, held: null, stopped: null };
const busy: ChannelStatus = { ...synced, unsettled: 2 };

type Case = [
  what: string,
  isOnline: boolean,
  channels: ChannelStatus[],
  refusal: string | null,
  expected: SaveState,
];

const cases: Case[] = [
  ['all synced and settled', true, [synced, synced], null, { kind: 'saved' }],
  [
    'one document still connecting',
    true,
    [synced, { ...synced, link: 'connecting' }],
    null,
    { kind: 'connecting' },
  ],
  [
    'connected, not yet synced',
    true,
    [synced, { ...synced, link: 'connected' }],
    null,
    { kind: 'connecting' },
  ],
  ['changes under way', true, [busy, synced], null, { kind: 'saving' }],
  [
    'changes made while connecting',
    true,
    [{ ...busy, link: 'connecting' }, synced],
    null,
    { kind: 'saving' },
  ],
  ['no network', false, [busy, busy], null, { kind: 'offline', changes: 4 }],
  ['a lost connection', true, [busy, { ...synced, link: 'lost' }], null, { kind: 'offline', changes: 2 }],
  ['commits failing', true, [{ ...busy, held: 'full' }, synced], null, { kind: 'waiting', reason: 'full' }],
  ['commits failing, and offline', false, [{ ...busy, held: 'full' }], null, { kind: 'offline', changes: 2 }],
  ['refused words kept', true, [synced], 'locked', { kind: 'not-saved', reason: 'locked' }],
  ['refused words kept, others under way', true, [busy], 'locked', { kind: 'saving' }],
  ['given up', true, [{ ...busy, stopped: 'why' }], null, { kind: 'not-saved', reason: 'why' }],
  ['given up, and offline', false, [{ ...busy, stopped: 'why' }], null, { kind: 'not-saved', reason: 'why' }],
];

test.each(cases)('[DUR4] %s', (_what, isOnline, channels, refusal, expected) => {
  expect(saveStateOf(isOnline, channels, refusal)).toEqual(expected);
});
