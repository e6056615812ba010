// What an assignment asks, as sentences: by when, and how far one has come. Days are those of its own time zone.

import { type Dates, dayOf, type Required, type Terms } from '#lib/model/classes/assignment.ts';
import type { Locale } from '#lib/model/manners.ts';
import { dateFormat } from './dates.ts';
import type { translatorOf } from './translate.ts';

export type DueWords = { locale: Locale; t: ReturnType<typeof translatorOf<'ui.due'>> };

/** "Notes due Wed · replies due Fri · you have 2 of 3 notes": the parts, in order. Empty where nothing is asked. */
export function termsInWords(
  terms: Terms,
  done: Required | null,
  nowIso: string,
  { locale, t }: DueWords,
): string[] {
  const parts = [
    ...dateParts(terms, terms.timeZone, nowIso, { locale, t }),
    ...(done ? progressParts(done, terms.required, t) : []),
    ...(terms.isExtended ? [t('own')] : []),
  ];
  return parts.map((part, i) => (i === 0 ? part.charAt(0).toLocaleUpperCase(locale) + part.slice(1) : part));
}

function dateParts(
  { notesDueAt, repliesDueAt, closesAt }: Dates,
  timeZone: string,
  nowIso: string,
  words: DueWords,
): string[] {
  const { t } = words;
  const say = (at: string) => ({ day: dayWords(at, timeZone, nowIso, words) });
  return [
    ...(notesDueAt ? [t(notesDueAt < nowIso ? 'notesWereDue' : 'notesDue', say(notesDueAt))] : []),
    ...(repliesDueAt ? [t(repliesDueAt < nowIso ? 'repliesWereDue' : 'repliesDue', say(repliesDueAt))] : []),
    ...(closesAt ? [t(closesAt <= nowIso ? 'closed' : 'closes', say(closesAt))] : []),
  ];
}

/** More than is asked is not said: volume earns nothing. */
function progressParts(done: Required, required: Required, t: DueWords['t']): string[] {
  const notes = { notes: Math.min(done.notes, required.notes), ofNotes: required.notes };
  const replies = { replies: Math.min(done.replies, required.replies), ofReplies: required.replies };
  if (required.notes > 0 && required.replies > 0) return [t('haveBoth', { ...notes, ...replies })];
  if (required.notes > 0) return [t('haveNotes', notes)];
  return required.replies > 0 ? [t('haveReplies', replies)] : [];
}

/** "today 18:00", "tomorrow", a weekday within six days, else the date; in the days of `timeZone`. */
export function dayWords(at: string, timeZone: string, nowIso: string, { locale, t }: DueWords): string {
  const said = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { ...options, timeZone }).format(new Date(at));
  const day = dayOf(at, timeZone, nowIso);
  switch (day) {
    case 'today':
      return t('today', { time: said({ hour: '2-digit', minute: '2-digit' }) });
    case 'tomorrow':
    case 'yesterday':
      return t(day);
    case 'this-week':
      return said({ weekday: 'short' });
    case 'this-year':
      return said({ day: 'numeric', month: 'short' });
    case 'other-year':
      return said({ day: 'numeric', month: 'short', year: 'numeric' });
  }
}
