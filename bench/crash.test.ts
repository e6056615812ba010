// The short form of `npm run bench -- crash`: each way to die, once or twice.

import { expect, test } from 'vitest';
import { failpoints } from '#lib/data/settings.ts';
import { crash } from './crash.ts';

test('[DUR3] a server killed at any instant loses, invents and repeats nothing', async () => {
  const { kills, killsBy, acknowledged, ...losses } = await crash({
    kills: 12,
    rooms: 2,
    people: 3,
    seed: 7,
  });
  expect(losses).toEqual({
    acknowledgedButLost: 0,
    seenButLost: 0,
    invented: 0,
    duplicated: 0,
    refused: 0,
    quarantined: 0,
    damaged: 0,
  });
  expect(kills).toBe(12);
  expect(acknowledged).toBeGreaterThan(0);
  for (const failpoint of failpoints) expect(killsBy[failpoint], failpoint).toBeGreaterThan(0);
}, 480_000);
