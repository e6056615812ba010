// An assignment as a room shows it: what is asked, by when, and how far one has come. Pure; days are those of the
// assignment's own time zone, whoever reads them; the sentences are lib/words/due.ts's.

import { type CounterpointRecord, parentOf } from '../record.ts';
import { isEarningNote, type VisibilityRule } from '../visibility.ts';

/** Times are ISO UTC; null is no date. */
export type Dates = { notesDueAt: string | null; repliesDueAt: string | null; closesAt: string | null };

export type Required = { notes: number; replies: number };

/** What a room shows of its assignment to one person: their own dates, where they have an extension. */
export type Terms = Dates & {
  prompt: string;
  /** IANA name. */
  timeZone: string;
  required: Required;
  /** Are these later dates than the others have? Nobody else is told. */
  isExtended: boolean;
};

export const maxPromptLength = 4000;

/** When a room was closed by hand, and when it closes by itself to someone. Times are ISO UTC; null is no such time. */
export type Closing = { closedAt: string | null; closesAt: string | null };

/** Has a room closed to someone: by hand, or because its time has come? */
export function isClosed(room: Closing, nowIso: string): boolean {
  return room.closedAt !== null || (room.closesAt !== null && nowIso >= room.closesAt);
}

/** An extension only ever gives time: the later of the two dates counts, and none stays none. */
export function extended(dates: Dates, extension: Dates | null): Dates {
  const later = (own: string | null, given: string | null) =>
    own !== null && given !== null && given > own ? given : own;
  return {
    notesDueAt: later(dates.notesDueAt, extension?.notesDueAt ?? null),
    repliesDueAt: later(dates.repliesDueAt, extension?.repliesDueAt ?? null),
    closesAt: later(dates.closesAt, extension?.closesAt ?? null),
  };
}

/** Of how many words a note must be to count, by the room's rule of visibility. */
export function wordsThatCount(rule: VisibilityRule): number {
  return rule.kind === 'after-own-notes' ? rule.words : 1;
}

/** How many notes and replies someone has among their own records: a point that answers another is a reply. */
export function progressOf(own: Iterable<CounterpointRecord>, words: number): Required {
  const progress = { notes: 0, replies: 0 };
  for (const record of own) {
    if (record.type !== 'point' || record.withdrawn) continue;
    if (parentOf(record) !== undefined) progress.replies++;
    else if (isEarningNote(record, words)) progress.notes++;
  }
  return progress;
}

const dayMs = 86_400_000;

/** How far a day is from now, as people say it: by its name, by its weekday within six days, else by its date. */
export type Day = 'today' | 'tomorrow' | 'yesterday' | 'this-week' | 'this-year' | 'other-year';

/** How to say the day of a moment; in the days of `timeZone`. */
export function dayOf(at: string, timeZone: string, nowIso: string): Day {
  const days = (dayNumber(at, timeZone) - dayNumber(nowIso, timeZone)) / dayMs;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  if (Math.abs(days) < 7) return 'this-week';
  return at.slice(0, 4) === nowIso.slice(0, 4) ? 'this-year' : 'other-year';
}

/** The calendar day of a moment in a time zone, as the UTC midnight of that date in milliseconds. */
function dayNumber(at: string, timeZone: string): number {
  const { year, month, day } = wallClock(Date.parse(at), timeZone);
  return Date.UTC(year, month - 1, day);
}

type WallClock = { year: number; month: number; day: number; hour: number; minute: number };

function wallClock(ms: number, timeZone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(new Date(ms));
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return { year: of('year'), month: of('month'), day: of('day'), hour: of('hour'), minute: of('minute') };
}

/** What a discussion is called where those of several assignments meet: "On ferries · Group 1". */
export function fullTitle({ title, assignment }: { title: string; assignment: string | null }): string {
  return assignment === null || assignment === title ? title : `${assignment} · ${title}`;
}

/** Is this the IANA name of a time zone that is known here? */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** "2026-03-04T18:00" on the clocks of a time zone as ISO UTC; null for what is no such time. A time that is skipped in spring is the same minute an hour on. */
export function fromLocal(local: string, timeZone: string): string | null {
  const wanted = Date.parse(`${local}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) || Number.isNaN(wanted)) return null;
  const offsetAt = (ms: number) => asUtc(wallClock(ms, timeZone)) - Math.floor(ms / 60_000) * 60_000;
  // The offset at the answer, not at the question: they differ around a change of the clocks.
  const first = wanted - offsetAt(wanted);
  return new Date(wanted - offsetAt(first)).toISOString();
}

/** A moment as the clocks of a time zone show it, in the form of a `datetime-local` input. */
export function toLocal(at: string, timeZone: string): string {
  return new Date(asUtc(wallClock(Date.parse(at), timeZone))).toISOString().slice(0, 16);
}

function asUtc({ year, month, day, hour, minute }: WallClock): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}
