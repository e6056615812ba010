import { expect, test } from 'vitest';
import type { SaveState, Unsaved } from './room-state.ts';
import { type ChannelStatus, saveStateOf } from './save-state.ts';

const synced: ChannelStatus = { link: 'synced', unsettled: 0, held: null, stopped: null };
const busy: ChannelStatus = { ...synced, unsettled: 2 };
const locked: Unsaved = { code: 'locked', detail: '' };
const closed: Unsaved = { code: 'closed', detail: '4403' };

type Case = [what: string, channels: ChannelStatus[], refusal: Unsaved | null, expected: SaveState];

const cases: Case[] = [
  ['all synced and settled', [synced, synced], null, { kind: 'saved' }],
  [
    'one document still connecting',
    [synced, { ...synced, link: 'connecting' }],
    null,
    { kind: 'connecting' },
  ],
  ['connected, not yet synced', [synced, { ...synced, link: 'connected' }], null, { kind: 'connecting' }],
  ['changes under way', [busy, synced], null, { kind: 'saving' }],
  ['changes made while connecting', [{ ...busy, link: 'connecting' }, synced], null, { kind: 'saving' }],
  [
    'no network',
    [
      { ...busy, link: 'lost' },
      { ...busy, link: 'lost' },
    ],
    null,
    { kind: 'offline', changes: 4, isLasting: true },
  ],
  [
    'a lost connection',
    [busy, { ...synced, link: 'lost' }],
    null,
    { kind: 'offline', changes: 2, isLasting: true },
  ],
  ['commits failing', [{ ...busy, held: 'storage' }, synced], null, { kind: 'waiting', reason: 'storage' }],
  [
    'commits failing, and offline',
    [{ ...busy, link: 'lost', held: 'storage' }],
    null,
    { kind: 'offline', changes: 2, isLasting: true },
  ],
  ['refused words kept', [synced], locked, { kind: 'not-saved', ...locked }],
  ['refused words kept, others under way', [busy], locked, { kind: 'saving' }],
  ['given up', [{ ...busy, stopped: closed }], null, { kind: 'not-saved', ...closed }],
  [
    'given up, and offline',
    [{ ...busy, link: 'lost', stopped: closed }],
    null,
    { kind: 'not-saved', ...closed },
  ],
];

test.each(cases)('[DUR4] %s', (_what, channels, refusal, expected) => {
  expect(saveStateOf(channels, refusal, true)).toEqual(expected);
});

test('[DUR4] never promises that a device which keeps nothing keeps it', () => {
  const lost: ChannelStatus = { ...busy, link: 'lost' };
  expect(saveStateOf([lost], null, false)).toEqual({ kind: 'offline', changes: 2, isLasting: false });
});
