// What is on screen, if only in part, counts as neither above nor below.

import { expect, it } from 'vitest';
import { beyond } from './margin-jump.tsx';

it('[U13] counts the notes above and below, those behind one card all of them', () => {
  const rows = [
    { top: 0, bottom: 80, notes: 1 },
    { top: 90, bottom: 120, notes: 7 },
    { top: 130, bottom: 400, notes: 1 },
    { top: 390, bottom: 480, notes: 1 },
    { top: 700, bottom: 780, notes: 2 },
  ];
  expect(beyond(rows, { from: 120, to: 600 })).toEqual({ above: 8, below: 2 });
  expect(beyond(rows, { from: 0, to: 1000 })).toEqual({ above: 0, below: 0 });
  expect(beyond([], { from: 0, to: 1000 })).toEqual({ above: 0, below: 0 });
});
