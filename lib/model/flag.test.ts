import { expect, test } from 'vitest';
import { flagPoint, openFlags } from './flag.ts';
import type { Entry, Ref } from './record.ts';

function flag(by: string, of: Ref, acceptedAt: string, reason = 'unkind'): Entry {
  const { id, value } = flagPoint(of, reason, acceptedAt);
  return { ref: `${by}/${id}`, participant: by, id, value, acceptedAt };
}

test('flags of one note stand together, with who said what', () => {
  expect(
    openFlags([flag('b', 'a/1', '2026-01-01'), flag('c', 'a/1', '2026-01-02', 'off topic')], new Map()),
  ).toEqual([
    {
      of: 'a/1',
      reasons: [
        { by: 'b', reason: 'unkind', at: '2026-01-01' },
        { by: 'c', reason: 'off topic', at: '2026-01-02' },
      ],
    },
  ]);
});

test('a decision closes the flags before it, and a later flag opens the note again', () => {
  const decided = new Map([['a/1', '2026-01-02']]);
  expect(openFlags([flag('b', 'a/1', '2026-01-01')], decided)).toEqual([]);
  expect(openFlags([flag('b', 'a/1', '2026-01-03')], decided)).toHaveLength(1);
});

test('a flag that was taken back is none', () => {
  const one = flag('b', 'a/1', '2026-01-01');
  const withdrawn: Entry = {
    ...one,
    value: {
      type: 'point',
      kind: 'comment',
      at: '2026-01-01',
      withdrawn: true,
      links: [{ to: 'a/1', stance: 'asks' }],
    },
  };
  expect(openFlags([withdrawn], new Map())).toEqual([]);
});
