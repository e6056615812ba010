import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { translatorOf } from '#lib/words/translate.ts';
import { clockAloud, clockFace, untilNextFaceMs } from './clock-words.ts';

const t = translatorOf('en', 'round.clocks');

it.each([
  [240_000, '4:00', '4 minutes left'],
  [160_400, '2:41', '2 minutes 41 seconds left'],
  [1_000, '0:01', '1 second left'],
  [0, '0:00', 'no time left'],
  [-400, '+0:00', 'no time over'],
  [-65_000, '+1:05', '1 minute 5 seconds over'],
])('[U38] %i ms read %s, aloud %s', (leftMs, face, aloud) => {
  expect(clockFace(leftMs)).toBe(face);
  expect(clockAloud(leftMs, t)).toBe(aloud);
});

it('a face stands just as long as is said, so that all screens change it at one moment', () => {
  const left = fc.integer({ min: -600_000, max: 600_000 }).filter((ms) => ms !== 0);
  fc.assert(
    fc.property(left, (ms) => {
      const wait = untilNextFaceMs(ms);
      expect(clockFace(ms - wait)).not.toBe(clockFace(ms));
      if (wait > 1 && Math.sign(ms - wait + 1) === Math.sign(ms))
        expect(clockFace(ms - wait + 1)).toBe(clockFace(ms));
    }),
  );
});
