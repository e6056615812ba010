// The notes of a discussion for review, one row each: who, where, what, in answer to what, and when by both clocks.

import { parentOf, stanceOf } from '#lib/model/record.ts';
import { byteOrderMark, csvOf, nameCell, wordsCell } from '../cell.ts';
import type { NoteLine } from './rows.ts';

const columns = [
  'id',
  'parent',
  'student_id',
  'student',
  'kind',
  'stance',
  'paragraph',
  'start',
  'end',
  'quote',
  'note',
  'written_at',
  'received_at',
  'changed_at',
  'due_at',
  'lateness',
] as const;

/** Writes the file part by part, as the notes come in. */
export async function* writeNotes(parts: AsyncIterable<readonly NoteLine[]>): AsyncGenerator<string> {
  yield byteOrderMark + csvOf([columns]);
  for await (const lines of parts) yield csvOf(lines.map(rowOf));
}

function rowOf({ entry, anchor, name, dueAt, timing, paragraph }: NoteLine): (string | number | null)[] {
  const { ref, participant, value, createdAt, acceptedAt } = entry;
  const changedAt = acceptedAt !== createdAt ? (acceptedAt ?? '') : '';
  return [
    ref,
    parentOf(value) ?? '',
    participant,
    nameCell(name),
    value.kind,
    stanceOf(value) ?? '',
    paragraph,
    anchor?.start ?? null,
    anchor?.end ?? null,
    wordsCell(anchor?.quote ?? ''),
    wordsCell(value.body ?? ''),
    value.at,
    createdAt ?? '',
    changedAt,
    dueAt,
    timing,
  ];
}
