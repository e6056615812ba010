// Taking a course into a new term: what becomes of an assignment's dates, and which of their own notes an instructor takes
// along. Pure; nobody else's words pass.

import {
  type Entry,
  isPoint,
  isRuling,
  type ParticipantId,
  type Point,
  parentOf,
  type Ref,
} from '../record.ts';
import { lastRulings, ruledBy } from '../ruling.ts';
import { shownWords } from '../threads/mention.ts';
import { inOrder } from '../threads/thread.ts';
import type { VisibilityRule } from '../visibility.ts';
import { type Dates, fromLocal, toLocal } from './assignment.ts';

/** By how many days dates move; null leaves them empty. */
export type DateShift = number | null;

/** What of an assignment depends on the term. */
export type TermBound = Dates & { timeZone: string; visibility: VisibilityRule };

/** An assignment as a copy would hold it. */
export type CopiedAssignment = TermBound & {
  id: string;
  title: string;
  prompt: string;
  reading: string;
  /** The titles of its discussions, which come along without people. */
  rooms: readonly string[];
  /** The sections of these discussions. */
  sections: readonly string[];
  rubric: string | null;
  /** How many of the caller's own notes could come along. */
  notes: number;
};

/** A course as a copy would hold it. */
export type CopiedCourse = {
  name: string;
  /** In the order in which they were set. */
  assignments: readonly CopiedAssignment[];
  readings: number;
  rubrics: number;
  comments: number;
};

const dayMs = 86_400_000;
/** Four years: further than that is a mistake in typing. */
export const maxShiftDays = 1461;

/** The same terms in the new term. What was opened by hand waits to be opened again; what opened on a date that is left empty waits, too. */
export function inNewTerm(terms: TermBound, shift: DateShift): TermBound {
  const moved = (at: string | null) =>
    at === null || shift === null ? null : shifted(at, shift, terms.timeZone);
  return {
    timeZone: terms.timeZone,
    notesDueAt: moved(terms.notesDueAt),
    repliesDueAt: moved(terms.repliesDueAt),
    closesAt: moved(terms.closesAt),
    visibility: ruleInNewTerm(terms.visibility, moved),
  };
}

function ruleInNewTerm(rule: VisibilityRule, moved: (at: string) => string | null): VisibilityRule {
  if (rule.kind === 'when-opened') return { kind: 'when-opened', opened: false };
  if (rule.kind !== 'from') return rule;
  const at = moved(rule.at);
  return at === null ? { kind: 'when-opened', opened: false } : { kind: 'from', at };
}

/** A moment some days later on the clocks of a time zone: 18:00 stays 18:00 over a change of the clocks. */
function shifted(at: string, days: number, timeZone: string): string {
  const local = new Date(Date.parse(`${toLocal(at, timeZone)}Z`) + days * dayMs).toISOString().slice(0, 16);
  const minute = fromLocal(local, timeZone) ?? at;
  return new Date(Date.parse(minute) + (Date.parse(at) % 60_000)).toISOString();
}

/** The day on which the first thing is due or closes, as a date input has it: "2030-03-04"; null where nothing has a date. */
export function firstDay(assignments: readonly TermBound[]): string | null {
  const days = assignments.flatMap(({ notesDueAt, repliesDueAt, closesAt, visibility, timeZone }) =>
    [notesDueAt, repliesDueAt, closesAt, visibility.kind === 'from' ? visibility.at : null].flatMap((at) =>
      at === null ? [] : [toLocal(at, timeZone).slice(0, 10)],
    ),
  );
  return days.sort()[0] ?? null;
}

/** How many days lie between two days as date inputs have them; NaN for what is no day. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / dayMs;
}

/** The first day after `today` that lies whole years of 52 weeks after `day`, so that it is the same day of the week. */
export function sameDayNextTime(day: string, today: string): string {
  const yearMs = 364 * dayMs;
  let ms = Date.parse(`${day}T00:00Z`) + yearMs;
  while (ms <= Date.parse(`${today}T00:00Z`)) ms += yearMs;
  return new Date(ms).toISOString().slice(0, 10);
}

/** A name for the new course: the years in it count on. Null for a name without a year. */
export function nextTermName(name: string): string | null {
  const next = name.replace(/\b20\d\d\b/g, (year) => String(Number(year) + 1));
  return next === name ? null : next;
}

/**
 * Of a discussion, the notes its instructor may take along: what stands and is not hidden, and answers nobody else. Who is
 * mentioned in one stays behind, and so does every link to what others said.
 */
export function notesToTake(entries: readonly Entry[], me: ParticipantId): { ref: Ref; value: Point }[] {
  const rulings = lastRulings(entries.filter(isRuling).sort(inOrder));
  const own = entries
    .filter(isPoint)
    .filter(
      ({ participant, ref, value }) =>
        participant === me && !value.withdrawn && !ruledBy(rulings, 'hide', ref),
    );
  const taken = standingAlone(own);
  return own
    .filter(({ ref }) => taken.has(ref))
    .map(({ ref, value }) => ({ ref, value: withoutOthers(value, taken, me) }));
}

/** Those that answer the text, or one of these. A note may have been moved below a later one: hence round after round. */
function standingAlone(own: readonly Entry<Point>[]): ReadonlySet<Ref> {
  const taken = new Set<Ref>();
  for (let before = -1; before < taken.size; ) {
    before = taken.size;
    for (const { ref, value } of own) {
      const parent = parentOf(value);
      if (parent === undefined || taken.has(parent)) taken.add(ref);
    }
  }
  return taken;
}

function withoutOthers(value: Point, taken: ReadonlySet<Ref>, me: ParticipantId): Point {
  const { links, body, ...rest } = value;
  const kept = links
    ?.filter(({ to }) => to === 'reading' || taken.has(to))
    .map(({ on, ...link }) => ({ ...link, ...(on !== undefined && taken.has(on) && { on }) }));
  return {
    ...rest,
    ...(kept && kept.length > 0 && { links: kept }),
    ...(body !== undefined && { body: shownWords(body, (id) => (id === me ? undefined : 'someone')) }),
  };
}
