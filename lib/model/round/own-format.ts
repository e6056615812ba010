// One's own format as people write it: a line a speech. Read here, and written back for changing it.
//
//   name: Club round
//   sides: Government, Opposition
//   prep: 2
//   PM, Government, 5
//   questions 1, 2
//   LO, Opposition, 5, answers PM

import * as v from 'valibot';
import { type Contradiction, contradictionIn, type Format, formatShape, type Slot } from './format.ts';

/** A line, counted from 1, that cannot be read, and the name on it that is not known. */
type LineFault = { kind: 'no-minutes' | 'unknown-side' | 'unknown-speech'; line: number; name: string };
/** A part of the format that is missing, too long or too short; or parts that do not fit each other. */
type PartFault = { kind: keyof Format | Contradiction };
export type FormatFault = LineFault | PartFault;

export type ReadFormat = { ok: true; format: Format } | { ok: false; fault: FormatFault };

/** Reads such a text. Lines that cannot be read are named by their number. */
export function readFormat(text: string): ReadFormat {
  const heads = new Map<string, string>();
  const slots: Slot[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const words = line.trim();
    const head = /^(name|sides|prep|sheets):\s*(.+)$/i.exec(words);
    if (head?.[1] && head[2]) heads.set(head[1].toLowerCase(), head[2]);
    else if (words !== '') {
      const slot = readSlot(words, i + 1, sidesIn(heads.get('sides')), slots);
      if ('line' in slot) return { ok: false, fault: slot };
      slots.push(slot);
    }
  }
  return checked(heads, slots);
}

/** Writes a format so that reading it gives the same again. */
export function writeFormat({ name, sides, prepSeconds, slots, sheets }: Format): string {
  const nameOf = (id: string | undefined) => sides.find((side) => side.id === id)?.name;
  const slotName = (id: string) => slots.find((slot) => slot.id === id)?.name ?? id;
  const lines = slots.map(({ name: title, side, seconds, answers = [] }) => {
    const owed = answers.length > 0 ? `answers ${answers.map(slotName).join(' + ')}` : undefined;
    return [title, nameOf(side), String(seconds / 60), owed].filter((part) => part !== undefined).join(', ');
  });
  return [
    `name: ${name}`,
    `sides: ${sides.map((side) => side.name).join(', ')}`,
    `prep: ${prepSeconds / 60}`,
    `sheets: ${sheets
      .filter(({ of }) => of === 'speech')
      .map((sheet) => sheet.name)
      .join(', ')}`,
    ...lines,
  ].join('\n');
}

function checked(heads: ReadonlyMap<string, string>, slots: readonly Slot[]): ReadFormat {
  const sheets = (heads.get('sheets') ?? 'Case')
    .split(',')
    .map((name) => ({ name: name.trim(), of: 'speech' as const }));
  const asks = slots.some(({ kind }) => kind === 'questions');
  const parsed = v.safeParse(formatShape, {
    name: heads.get('name') ?? 'Our own format',
    sides: sidesIn(heads.get('sides')),
    prepSeconds: Math.round(Number(heads.get('prep') ?? 0) * 60),
    slots,
    sheets: asks ? [...sheets, { name: 'Questions', of: 'questions' }] : sheets,
  });
  if (!parsed.success) return { ok: false, fault: { kind: partOf(parsed.issues[0]) } };
  const contradiction = contradictionIn(parsed.output);
  if (contradiction) return { ok: false, fault: { kind: contradiction } };
  return { ok: true, format: parsed.output };
}

const formatParts = [
  'name',
  'sides',
  'prepSeconds',
  'slots',
  'sheets',
] as const satisfies readonly (keyof Format)[];

/** The part of a format that an issue is about. */
function partOf(issue: v.InferIssue<typeof formatShape>): keyof Format {
  const [top] = v.getDotPath(issue)?.split('.') ?? [];
  return formatParts.find((part) => part === top) ?? 'slots';
}

/** Sides face each other by turns: the first and third on one bench, the second and fourth on the other. */
function sidesIn(list = 'For, Against'): Format['sides'] {
  return list.split(',').map((name, i) => ({
    id: idOf(name),
    name: name.trim(),
    bench: i % 2 === 0 ? ('for' as const) : ('against' as const),
  }));
}

function readSlot(
  text: string,
  line: number,
  sides: Format['sides'],
  before: readonly Slot[],
): Slot | LineFault {
  const parts = text.split(',').map((part) => part.trim());
  const [name = '', second = '', third = '', owed = ''] = parts;
  const side = sides.find((one) => one.name.toLowerCase() === second.toLowerCase());
  const minutes = Number(side ? third : second);
  if (!(minutes > 0)) return { kind: side ? 'no-minutes' : 'unknown-side', line, name: second };
  const slot = { id: idOf(name), name, seconds: Math.round(minutes * 60) };
  if (!side) return { ...slot, kind: 'questions' };
  const answers: string[] = [];
  for (const wanted of owed.replace(/^answers\s*/i, '').split('+')) {
    if (wanted.trim() === '') continue;
    const found = before.find((one) => one.name.toLowerCase() === wanted.trim().toLowerCase());
    if (!found) return { kind: 'unknown-speech', line, name: wanted.trim() };
    answers.push(found.id);
  }
  return { ...slot, kind: 'speech', side: side.id, ...(answers.length > 0 ? { answers } : {}) };
}

function idOf(name: string): string {
  return (
    name
      .trim()
      .normalize('NFKD')
      .replaceAll(/[^A-Za-z0-9_.-]+/g, '-')
      .slice(0, 40) || 'x'
  );
}
