// A digest as it is mailed: plain text, made of what its reader may see at that moment. Pure.

import { dayWords } from '#lib/words/due.ts';
import { translatorOf } from '#lib/words/translate.ts';
import { roomPath } from '../addresses.ts';
import type { Due, InboxItem } from './inbox.ts';

/** How many items are told in one mail; the rest waits in the inbox. */
const itemsTold = 20;
const wordsTold = 240;

export type Digest = { items: readonly InboxItem[]; due: readonly Due[] };

/** "Counterpoint: 2 replies, 1 due by tomorrow": counts alone, for a subject shows on locked screens. */
export function digestSubject({ items, due }: Digest): string {
  const of = (...kinds: InboxItem['kind'][]) => items.filter(({ kind }) => kinds.includes(kind)).length;
  const parts = [
    ...counted(of('instructor', 'reply'), 'reply', 'replies'),
    ...counted(of('mention'), 'mention', 'mentions'),
    ...counted(of('for-all'), 'note for all groups', 'notes for all groups'),
    ...(due.length > 0 ? [`${due.length} due by tomorrow`] : []),
  ];
  return `Counterpoint: ${parts.join(', ')}`;
}

function counted(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}

/** The mail's text. `base` is the server's address, `unsubscribeUrl` ends these mails. */
export function digestText(
  { items, due }: Digest,
  { base, unsubscribeUrl, nowIso }: { base: string; unsubscribeUrl: string; nowIso: string },
): string {
  const told = items.slice(0, itemsTold);
  const rooms = Map.groupBy(told, ({ roomId }) => roomId);
  const parts = [
    ...(due.length > 0 ? [dueWords(due, base, nowIso)] : []),
    ...[...rooms.values()].map((some) => roomWords(some, base)),
    ...(items.length > told.length
      ? [`And ${items.length - told.length} more in your inbox: ${base}/inbox`]
      : []),
    [
      'Once a day at most, and only when there is something. To end these e-mails:',
      unsubscribeUrl,
      `To mute one discussion: ${base}/inbox`,
    ].join('\n'),
  ];
  return parts.join('\n\n');
}

function dueWords(due: readonly Due[], base: string, nowIso: string): string {
  const lines = due.map(
    ({ what, title, at, timeZone, roomId }) =>
      `${what === 'notes' ? 'Notes' : 'Replies'} for “${title}”: ${timeWords(at, timeZone, nowIso)}\n${base}${roomPath(roomId)}`,
  );
  return ['DUE BY TOMORROW', ...lines].join('\n\n');
}

function timeWords(at: string, timeZone: string, nowIso: string): string {
  const day = dayWords(at, timeZone, nowIso, { locale: 'en', t: translatorOf('en', 'ui.due') });
  if (day.includes(':')) return `${day} (${timeZone})`;
  const hour = { hour: '2-digit', minute: '2-digit', timeZone } as const;
  return `${day}, ${new Intl.DateTimeFormat('en-GB', hour).format(new Date(at))} (${timeZone})`;
}

const verbs: Record<InboxItem['kind'], string> = {
  instructor: 'replied to you, as instructor',
  reply: 'replied to you',
  mention: 'mentioned you',
  'for-all': 'said to all groups',
};

function roomWords(items: readonly InboxItem[], base: string): string {
  const lines = items.map(
    ({ by, kind, words, roomId, ref }) =>
      `${by} ${verbs[kind]}:\n${quoted(words)}\n${base}${roomPath(roomId)}#p=${ref}`,
  );
  return [(items[0]?.roomTitle ?? '').toUpperCase(), ...lines].join('\n\n');
}

/** One paragraph, cut at a word. */
function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= wordsTold) return `“${line}”`;
  const cut = line.slice(0, wordsTold);
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).toWellFormed()} …”`;
}
