// Reads a roster: a CSV with name, e-mail, group and section, or a Canvas gradebook export, whose ids are kept.
// All of it or nothing: every line that is wrong is named, and then no row counts.

import { parse } from 'csv-parse/sync';
import {
  maxGroupName,
  maxRosterRows,
  mixUps,
  type RosterLine,
  type RosterProblem,
  type RosterRow,
} from '#lib/model/classes/roster.ts';
import { cleanLine, maxNameLength } from '#lib/model/text/text.ts';
import type { Said } from '#lib/words/said.ts';
import { decode } from './decode.ts';

export type ReadRoster =
  | { ok: true; kind: 'plain' | 'canvas'; rows: RosterLine[]; passedOver: number }
  | { ok: false; problems: RosterProblem<Said>[] }
  /** No text at all. */
  | { ok: false; unread: Said };

export const maxRosterBytes = 2 << 20;

/** A line of the file with its fields by column. */
type Line = { line: number; fields: string[] };

const fail = (line: number, fault: Said): ReadRoster => ({ ok: false, problems: [{ line, fault }] });

/** Reads a file's bytes. The separator may be a comma, a semicolon or a tab; quotes as in RFC 4180. */
export function readRoster(bytes: Uint8Array): ReadRoster {
  if (bytes.length === 0) return fail(1, { key: 'roster.empty' });
  const decoded = decode(bytes, maxRosterBytes);
  if (!decoded.ok) return { ok: false, unread: decoded.said };
  const text = decoded.text.replace(/^\uFEFF/, '');
  const lines = linesOf(text);
  if (!lines.ok) return lines.refused;
  const [head, ...rest] = lines.lines;
  if (!head) return fail(1, { key: 'roster.empty' });
  return isCanvas(head) ? readCanvas(head, rest) : readPlain(head, rest);
}

function linesOf(text: string): { ok: true; lines: Line[] } | { ok: false; refused: ReadRoster } {
  try {
    const records = parse(text, {
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const lines = records
      .map(({ record, info }) => ({ line: info.lines, fields: record.map((field) => cleanLine(field)) }))
      .filter(({ fields }) => fields.some((field) => field !== ''));
    if (lines.length > maxRosterRows + 2) {
      const fault: Said = { key: 'roster.tooMany', values: { most: String(maxRosterRows) } };
      return { ok: false, refused: fail(maxRosterRows + 2, fault) };
    }
    return { ok: true, lines };
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    return { ok: false, refused: fail(line, { key: 'roster.openQuote' }) };
  }
}

/** The likeliest separator: the one that the first line has most of. */
function separatorOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]/) >>> 0 || undefined);
  const count = (mark: string) => first.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

const columnNames = {
  name: ['name', 'student', 'student name', 'full name'],
  first: ['first name', 'given name', 'firstname'],
  last: ['last name', 'family name', 'surname', 'lastname'],
  email: ['email', 'e-mail', 'email address', 'e-mail address', 'mail'],
  group: ['group', 'group name', 'team'],
  section: ['section', 'class'],
} as const;

function columnOf(head: Line, names: readonly string[]): number {
  return head.fields.findIndex((field) => names.includes(field.toLowerCase()));
}

function isCanvas(head: Line): boolean {
  const names = head.fields.map((field) => field.toLowerCase());
  return names[0] === 'student' && names.includes('id') && names.includes('section');
}

function readPlain(head: Line, lines: Line[]): ReadRoster {
  const at = Object.fromEntries(
    Object.entries(columnNames).map(([key, names]) => [key, columnOf(head, names)]),
  ) as Record<keyof typeof columnNames, number>;
  if (at.name < 0 && at.first < 0 && at.last < 0) return fail(head.line, { key: 'roster.noNames' });
  return judged(
    'plain',
    lines.map((line) => {
      const field = (index: number) => (index < 0 ? '' : (line.fields[index] ?? ''));
      const name = field(at.name) || `${field(at.first)} ${field(at.last)}`.trim();
      return {
        line: line.line,
        name,
        email: field(at.email).toLowerCase() || null,
        section: field(at.section) || null,
        group: field(at.group) || null,
        canvas: null,
      };
    }),
    0,
  );
}

/** Canvas writes a second head with "Points Possible", and a student called "Student, Test" of its own. */
function readCanvas(head: Line, lines: Line[]): ReadRoster {
  const at = (name: string) => columnOf(head, [name]);
  const [id, sis, login, section] = [at('id'), at('sis user id'), at('sis login id'), at('section')];
  const people = lines.filter(
    ({ fields }) => !/^points possible$/i.test(fields[0] ?? '') && !/^student, test$/i.test(fields[0] ?? ''),
  );
  return judged(
    'canvas',
    people.map(({ line, fields }) => {
      const field = (index: number) => (index < 0 ? '' : (fields[index] ?? ''));
      const canvas = { id: field(id), sisUserId: field(sis), sisLoginId: field(login) };
      return {
        line,
        name: straight(fields[0] ?? ''),
        email: isEmail(canvas.sisLoginId) ? canvas.sisLoginId.toLowerCase() : null,
        section: field(section) || null,
        group: null,
        canvas,
      };
    }),
    lines.length - people.length,
  );
}

/** "Okafor, Ada" as people say it. */
function straight(name: string): string {
  const [last, first, ...more] = name.split(',').map((part) => part.trim());
  return last && first && more.length === 0 ? `${first} ${last}` : name;
}

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 254;
}

function judged(kind: 'plain' | 'canvas', rows: RosterLine[], passedOver: number): ReadRoster {
  const faults = rows.flatMap((row) => faultsOf(row).map((fault) => ({ line: row.line, fault })));
  const problems = [...faults, ...mixUps(rows)].sort((a, b) => a.line - b.line);
  if (rows.length === 0) return fail(1, { key: 'roster.nobody' });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, kind, rows, passedOver };
}

function faultsOf({ name, email, group, section }: RosterRow): Said[] {
  const faults: Said[] = [];
  const most = maxGroupName;
  if (name === '') faults.push({ key: 'roster.nameMissing' });
  if (name.length > maxNameLength)
    faults.push({ key: 'roster.nameTooLong', values: { most: maxNameLength } });
  if (email !== null && !isEmail(email)) faults.push({ key: 'roster.notEmail', values: { email } });
  if ((group?.length ?? 0) > most) faults.push({ key: 'roster.groupTooLong', values: { most } });
  if ((section?.length ?? 0) > most) faults.push({ key: 'roster.sectionTooLong', values: { most } });
  return faults;
}
