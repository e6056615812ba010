// A digest as it is mailed: plain text in its reader's language, made of what they may see at that moment. Pure.

import type { Locale } from '#lib/model/manners.ts';
import { dateFormat } from '#lib/words/dates.ts';
import { dayWords } from '#lib/words/due.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { roomPath } from '../addresses.ts';
import type { Due, InboxItem } from './inbox.ts';

/** How many items are told in one mail; the rest waits in the inbox. */
const itemsTold = 20;
const wordsTold = 240;

export type Digest = { items: readonly InboxItem[]; due: readonly Due[] };

/** "Counterpoint: 2 replies, 1 due by tomorrow": counts alone, for a subject shows on locked screens. */
export function digestSubject({ items, due }: Digest, locale: Locale): string {
  const t = translatorOf(locale, 'mail.digest.subject');
  const of = (...kinds: InboxItem['kind'][]) => items.filter(({ kind }) => kinds.includes(kind)).length;
  const counts = {
    replies: of('instructor', 'reply'),
    mentions: of('mention'),
    forAll: of('for-all'),
    due: due.length,
  };
  const kinds = ['replies', 'mentions', 'forAll', 'due'] as const;
  const parts = kinds.filter((kind) => counts[kind] > 0).map((kind) => t(kind, { count: counts[kind] }));
  return `Counterpoint: ${parts.join(', ')}`;
}

type Letter = { locale: Locale; base: string; unsubscribeUrl: string; nowIso: string };

/** The mail's text. `base` is the server's address, `unsubscribeUrl` ends these mails. */
export function digestText({ items, due }: Digest, letter: Letter): string {
  const { locale, base, unsubscribeUrl } = letter;
  const t = translatorOf(locale, 'mail.digest');
  const told = items.slice(0, itemsTold);
  const rooms = Map.groupBy(told, ({ roomId }) => roomId);
  const url = `${base}/inbox`;
  const parts = [
    ...(due.length > 0 ? [dueWords(due, letter)] : []),
    ...[...rooms.values()].map((some) => roomWords(some, letter)),
    ...(items.length > told.length ? [t('more', { count: items.length - told.length, url })] : []),
    [t('end'), unsubscribeUrl, t('mute', { url })].join('\n'),
  ];
  return parts.join('\n\n');
}

function dueWords(due: readonly Due[], letter: Letter): string {
  const t = translatorOf(letter.locale, 'mail.digest.due');
  const lines = due.map(
    ({ what, title, at, timeZone, roomId }) =>
      `${t(what, { title, at: timeWords(at, timeZone, letter) })}\n${letter.base}${roomPath(roomId)}`,
  );
  return [t('heading'), ...lines].join('\n\n');
}

function timeWords(at: string, timeZone: string, { locale, nowIso }: Letter): string {
  const t = translatorOf(locale, 'mail.digest.due');
  const day = dayWords(at, timeZone, nowIso, { locale, t: translatorOf(locale, 'ui.due') });
  if (day.includes(':')) return t('at', { day, timeZone });
  const hour = dateFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  return t('atTime', { day, time: hour.format(new Date(at)), timeZone });
}

function roomWords(items: readonly InboxItem[], { locale, base }: Letter): string {
  const t = translatorOf(locale, 'mail.digest.said');
  const lines = items.map(
    ({ by, kind, words, roomId, ref }) =>
      `${t(kind, { by })}\n${quoted(words, locale)}\n${base}${roomPath(roomId)}#p=${ref}`,
  );
  return [(items[0]?.roomTitle ?? '').toLocaleUpperCase(locale), ...lines].join('\n\n');
}

/** One paragraph, cut at a word. */
function quoted(said: string, locale: Locale): string {
  const t = translatorOf(locale, 'mail.digest');
  const line = said.replace(/\s+/g, ' ').trim();
  if (line.length <= wordsTold) return t('quoted', { words: line });
  const cut = line.slice(0, wordsTold);
  return t('quotedInPart', { words: cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).toWellFormed() });
}
