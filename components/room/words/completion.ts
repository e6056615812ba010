// What the caret of a text box asks to be completed: a person after "@", a tag after "#". Pure: words in, choices out.

import type { Locale } from '#lib/model/manners.ts';
import { nameOrder } from '#lib/model/name-order.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import { folded } from '#lib/model/threads/filter.ts';
import { mentionOf } from '#lib/model/threads/mention.ts';
import type { Person } from '../scene/people.ts';

/** Offsets are in the shown words: from the mark to the caret. */
export type Asked = { mark: '@' | '#'; query: string; start: number; end: number };

/** One choice: what it says, and the words that it leaves. */
export type Choice = { key: string; label: string; words: string };

/** More than anyone reads down to. */
const most = 7;
/** A name may have a space in it, a tag may not. */
const open = /(?:^|[\s([{“‘"'])(?:(@)([^\s@#]{0,40}(?: [^\s@#]{0,40})?)|(#)([\p{L}\p{N}\p{M}_-]{0,60}))$/u;

/** What the caret stands in; null where nothing is asked, or what is there is a mention already. */
export function askedAt(shown: string, caret: number, mentionStarts: ReadonlySet<number>): Asked | null {
  const found = open.exec(shown.slice(0, caret));
  if (!found) return null;
  const mark = found[1] ? '@' : '#';
  const query = found[2] ?? found[4] ?? '';
  const start = caret - query.length - 1;
  return mentionStarts.has(start) ? null : { mark, query, start, end: caret };
}

/** People with a word in their name that begins so; those whose name begins with it come first. */
export function peopleFor(query: string, people: readonly Person[], locale: Locale): Choice[] {
  const inOrder = nameOrder(locale);
  const wanted = folded(query.trim());
  const found = people
    .map(({ id, name }) => ({ id, name, text: folded(name) }))
    .filter(({ text }) => text.startsWith(wanted) || text.includes(` ${wanted}`));
  return found
    .sort((a, b) => order(a.text.startsWith(wanted), b.text.startsWith(wanted)) || inOrder(a.name, b.name))
    .slice(0, most)
    .map(({ id, name }) => choiceOf(id, name));
}

function choiceOf(id: ParticipantId, name: string): Choice {
  return { key: id, label: name, words: mentionOf(id) };
}

/** Tags that begin so, those used most first; none where one is typed out already. */
export function tagsFor(query: string, uses: ReadonlyMap<string, number>, locale: Locale): Choice[] {
  const inOrder = nameOrder(locale);
  const wanted = folded(query);
  const found = [...uses].filter(([tag]) => folded(tag).startsWith(wanted));
  return found
    .filter(([tag]) => tag !== query && isTypeable(tag))
    .sort(([a, n], [b, m]) => m - n || inOrder(a, b))
    .slice(0, most)
    .map(([tag]) => ({ key: tag, label: `#${tag}`, words: `#${tag}` }));
}

/** A tag that came in with a file may hold a space: typed, it would end there. */
function isTypeable(tag: string): boolean {
  return /^[\p{L}\p{N}\p{M}_-]+$/u.test(tag);
}

function order(a: boolean, b: boolean): number {
  return Number(b) - Number(a);
}
