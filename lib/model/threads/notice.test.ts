import { expect, test } from 'vitest';
import type { CounterpointRecord, Entry, ParticipantId, Point, Ref } from '../record.ts';
import { mentionOf } from './mention.ts';
import { noticesOf } from './notice.ts';

const at = '2026-01-01T00:00:00.000Z';
let seq = 0;
function entry(participant: ParticipantId, value: CounterpointRecord): Entry {
  seq++;
  const id = String(seq);
  return {
    ref: `${participant}/${id}`,
    participant,
    id,
    value,
    seq,
    createdAt: `2026-01-${String(seq).padStart(2, '0')}`,
  };
}
const point = (body: string, to?: Ref): Point => ({
  type: 'point',
  kind: 'comment',
  at,
  body,
  ...(to ? { links: [{ to, stance: 'asks' as const }] } : {}),
});

const mine = entry('me', point('My note.'));
const reply = entry('ben', point('Is it?', mine.ref));
const word = entry('ines', point('Good.', mine.ref));
const mention = entry('cho', point(`Ask ${mentionOf('me')}.`));
const elsewhere = entry('cho', point('Another matter.', reply.ref));
const instructors = new Set(['ines']);

test('replies, instructors’ replies and mentions are told, the newest first; one’s own words and others’ are not', () => {
  const told = noticesOf([mine, reply, word, mention, elsewhere], 'me', instructors);
  expect(told.map(({ kind, ref }) => [kind, ref])).toEqual([
    ['mention', mention.ref],
    ['instructor', word.ref],
    ['reply', reply.ref],
  ]);
});

test('what was hidden or taken back is no news, until it is shown again', () => {
  const hide = entry('ines', { type: 'ruling', act: 'hide', of: reply.ref, at });
  const show = entry('ines', { type: 'ruling', act: 'show', of: reply.ref, at });
  const withdrawn: Entry = { ...mention, value: { type: 'point', kind: 'comment', at, withdrawn: true } };
  expect(noticesOf([mine, reply, hide, withdrawn], 'me', instructors)).toEqual([]);
  expect(noticesOf([mine, reply, hide, show], 'me', instructors)).toHaveLength(1);
});

test('what an instructor says to all groups is told to everyone but those who instruct', () => {
  const toAll = entry('ines', { ...point('To all.'), forAll: true });
  const staff = new Set(['ines', 'sam']);
  expect(noticesOf([toAll], 'me', staff)).toMatchObject([{ kind: 'for-all', ref: toAll.ref }]);
  expect(noticesOf([toAll], 'sam', staff)).toEqual([]);
});

test('a highlight in answer quotes the passage where it stands now', () => {
  const anchor = (edition: string, quote: string) => {
    return { reading: 'r', edition, start: 3, end: 8, quote, prefix: '', suffix: '' };
  };
  const { body: _, ...wordless } = point('', mine.ref);
  const marked = entry('ben', { ...wordless, kind: 'highlight', anchor: anchor('e1', 'old words') });
  const from = { edition: 'e1', start: 3, end: 8 };
  const placing = entry('ines', {
    type: 'placing',
    of: marked.ref,
    from,
    anchor: anchor('e2', 'new words'),
    at,
  });
  expect(noticesOf([mine, marked], 'me', instructors)).toMatchObject([{ words: 'old words' }]);
  expect(noticesOf([mine, marked, placing], 'me', instructors)).toMatchObject([{ words: 'new words' }]);
});
