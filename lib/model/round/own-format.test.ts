import { describe, expect, it } from 'vitest';
import { readFormat, writeFormat } from './own-format.ts';
import { formatOf, presetIds } from './presets.ts';

const club = `name: Club round
sides: Government, Opposition
prep: 2
PM, Government, 5
Questions 1, 2
LO, Opposition, 5.5, answers PM`;

describe('one’s own format', () => {
  it('is read from a line a speech', () => {
    expect(readFormat(club)).toEqual({
      ok: true,
      format: {
        name: 'Club round',
        sides: [
          { id: 'Government', name: 'Government', bench: 'for' },
          { id: 'Opposition', name: 'Opposition', bench: 'against' },
        ],
        prepSeconds: 120,
        slots: [
          { id: 'PM', name: 'PM', kind: 'speech', side: 'Government', seconds: 300 },
          { id: 'Questions-1', name: 'Questions 1', kind: 'questions', seconds: 120 },
          { id: 'LO', name: 'LO', kind: 'speech', side: 'Opposition', seconds: 330, answers: ['PM'] },
        ],
        sheets: [
          { name: 'Case', of: 'speech' },
          { name: 'Questions', of: 'questions' },
        ],
      },
    });
  });

  it.each(presetIds)('%s written so is read as the same speeches and duties', (preset) => {
    const format = formatOf({ preset });
    const read = readFormat(writeFormat(format));
    if (!read.ok) throw new Error(read.fault.kind);
    const said = ({ slots }: typeof format) =>
      slots.map(({ name, seconds, kind, answers = [] }) => [
        name,
        seconds,
        kind,
        answers.map((id) => slots.find((slot) => slot.id === id)?.name),
      ]);
    expect(said(read.format)).toEqual(said(format));
  });

  it.each([
    ['A, Nobody, 5', { kind: 'unknown-side', line: 1, name: 'Nobody' }],
    ['A, For, long', { kind: 'no-minutes', line: 1, name: 'For' }],
    ['A, For, 5\nB, Against, 5, answers C', { kind: 'unknown-speech', line: 2, name: 'C' }],
    ['A, For, 5\nA, Against, 5', { kind: 'speeches-alike' }],
    ['sides: For, For\nA, For, 5', { kind: 'sides-alike' }],
    ['A, For, 5\nB, For, 5, answers A', { kind: 'answers-wrong' }],
    [`name: ${'x'.repeat(61)}\nA, For, 5`, { kind: 'name' }],
    ['sides: For\nA, For, 5', { kind: 'sides' }],
    ['prep: long\nA, For, 5', { kind: 'prepSeconds' }],
    ['A, For, 61', { kind: 'slots' }],
    ['', { kind: 'slots' }],
    ['sheets: ,\nA, For, 5', { kind: 'sheets' }],
  ])('%j is refused with its fault', (text, fault) => {
    expect(readFormat(text)).toEqual({ ok: false, fault });
  });
});
