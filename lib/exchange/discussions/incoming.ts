// What a file of someone else's annotations becomes on its way in: points with their authors' names, anchored in the
// current texts by their quotes. Pure: who the authors become, and the writing, are the importer's.

import { createHash } from 'node:crypto';
import {
  type Anchor,
  type Link,
  maxBodyBytes,
  maxQuoteBytes,
  maxTags,
  type NoteKind,
  type ParticipantId,
  type Point,
  type RecordId,
  type Ref,
  refOf,
  type Stance,
  sizeOf,
} from '#lib/model/record.ts';
import { describe, locate, locateByWords } from '#lib/model/text/anchor.ts';
import { cleanLine, maxNameLength, type Range } from '#lib/model/text/text.ts';
import type { Said } from '#lib/words/said.ts';

/** A passage as another tool describes it; `start` and `end` are UTF-16 and only a hint. */
export type ForeignPassage = {
  quote: string;
  prefix?: string;
  suffix?: string;
  start?: number;
  end?: number;
};

/** A point as a file has it. Its links name other points of the file by their keys. */
export type ForeignPoint = {
  key: string;
  /** Empty where the file names nobody. */
  author: string;
  at?: string;
  kind: NoteKind;
  body: string;
  tags: readonly string[];
  passage?: ForeignPassage;
  links: readonly ForeignLink[];
};
/** Without a stance where the file does not say whether an answer agrees. */
export type ForeignLink = { to: string; stance?: Stance; on?: string };

/** A file that was read: what it holds, and what of it could not be, one sentence each. */
export type Incoming = { ok: true; source: string; points: ForeignPoint[]; report: Said[] };
export type NotRead = { ok: false; said: Said };

/** A point that is ready to be written, once its author and those it answers have a place in the room. */
export type Arrival = {
  id: RecordId;
  author: string;
  point: Omit<Point, 'links'>;
  links: readonly { to: Target | 'reading'; stance: Stance; on?: Target }[];
};
/** A point of the same file by its place, or one that stands in the room already by its ref. */
type Target = Place | Ref;
type Place = { author: string; id: RecordId };

/** A text that the passages of a file are looked for in. */
export type Sought = { id: string; edition: string; title: string; text: string };

const maxTagLength = 60;
const maxLinks = 16;
const cut = ' […]';
/** For an answer whose file does not say: it claims the least. */
const mildest: Stance = 'qualifies';

/**
 * Anchors and fits what a file holds, in its order, each point once. The same file gives the same ids, so that
 * bringing it in twice adds nothing.
 * @param readings the texts of the room; the first is the one that a file's offsets count in.
 * @param now when a point was said whose file does not tell, ISO UTC.
 * @param inRoom the point of the room that a key not in the file names, where there is one.
 */
export function arrivalsOf(
  incoming: Incoming,
  readings: readonly Sought[],
  now: string,
  inRoom: (key: string) => Ref | undefined = () => undefined,
): { arrivals: Arrival[]; report: Said[] } {
  const tally = new Tally();
  const places = new Map<string, Place>();
  for (const { key, author } of incoming.points) {
    if (!places.has(key))
      places.set(key, { author: nameOf(author, incoming.source), id: idOf(incoming.source, key) });
  }
  const taken = new Set<string>();
  const arrivals = incoming.points.flatMap((point) => {
    const place = places.get(point.key);
    if (!place || taken.has(point.key)) return [];
    taken.add(point.key);
    const targetOf = (key: string) => places.get(key) ?? inRoom(key);
    return [arrivalOf(point, place, { targetOf, readings, now, tally })];
  });
  const where = readings.length > 1 ? 'debate' : 'here';
  const report = [...incoming.report, ...tally.sentences(where), ...foundElsewhere(arrivals, readings)];
  return { arrivals, report };
}

/** The record itself, for the participant that its author has become. */
export function pointOf(arrival: Arrival, participantOf: (author: string) => ParticipantId): Point {
  const refTo = (target: Target) =>
    typeof target === 'string' ? target : refOf(participantOf(target.author), target.id);
  const links = arrival.links.map(
    ({ to, stance, on }): Link => ({
      to: to === 'reading' ? to : refTo(to),
      stance,
      ...(on && stance === 'undercuts' && { on: refTo(on) }),
    }),
  );
  return { ...arrival.point, ...(links.length > 0 && { links }) };
}

/** In which of the other readings passages were found, where there are others. */
function foundElsewhere(arrivals: readonly Arrival[], [, ...others]: readonly Sought[]): Said[] {
  return others.flatMap(({ id, title }): Said[] => {
    const count = arrivals.filter(({ point }) => point.anchor?.reading === id).length;
    return count === 0 ? [] : [{ key: 'notes.found.inReading', values: { count, title } }];
  });
}

type Desk = {
  targetOf: (key: string) => Target | undefined;
  readings: readonly Sought[];
  now: string;
  tally: Tally;
};

function arrivalOf(foreign: ForeignPoint, place: Place, desk: Desk): Arrival {
  const { readings, now, tally } = desk;
  const anchor = foreign.passage && anchorAmong(foreign.passage, readings);
  if (foreign.passage) tally.count(anchor ? 'found' : 'lost');
  // A passage that is not there is not thrown away: its words stand before what was said about them.
  const lostQuote = foreign.passage && !anchor ? quoted(foreign.passage.quote) : '';
  const body = bodyOf([lostQuote, foreign.body.trim()].filter(Boolean).join('\n\n'), tally);
  const tags = tagsOf(foreign.tags, tally);
  return {
    ...place,
    point: {
      type: 'point',
      kind: foreign.kind === 'highlight' && (body !== '' || !anchor) ? 'comment' : foreign.kind,
      at: timeOf(foreign.at, now, tally),
      ...(anchor && { anchor }),
      ...(body !== '' && { body }),
      ...(tags.length > 0 && { tags }),
    },
    links: linksOf(foreign, desk),
  };
}

function linksOf({ key, links }: ForeignPoint, { targetOf, tally }: Desk): Arrival['links'] {
  const fitting = links.flatMap(({ to, stance, on }) => {
    const target: Target | 'reading' | undefined = to === 'reading' ? to : targetOf(to);
    if (!target || to === key || on === key) {
      tally.count('link');
      return [];
    }
    if (stance === undefined) tally.count('stance');
    const step = on === undefined ? undefined : targetOf(on);
    return [{ to: target, stance: stance ?? mildest, ...(step && { on: step }) }];
  });
  if (fitting.length > maxLinks) tally.count('link', fitting.length - maxLinks);
  return fitting.slice(0, maxLinks);
}

/** In the first text that has the quoted words; offsets say nothing of the others. */
function anchorAmong(passage: ForeignPassage, [first, ...others]: readonly Sought[]): Anchor | undefined {
  const { start: _, end: _end, ...words } = passage;
  const here = first && anchorOf(passage, first);
  if (here) return here;
  for (const other of others) {
    const there = anchorOf(words, other);
    if (there) return there;
  }
  return undefined;
}

/** Where the quoted words stand in the text: at their place, else with their context, else where they stand only once. */
function anchorOf(passage: ForeignPassage, reading: Sought): Anchor | undefined {
  const range = rangeOf(passage, reading.text);
  return range && describe(range, reading.text, { reading: reading.id, edition: reading.edition });
}

function rangeOf(
  { quote, prefix = '', suffix = '', start, end }: ForeignPassage,
  text: string,
): Range | undefined {
  if (quote.trim() === '') return undefined;
  const wanted = {
    reading: '',
    edition: '',
    start: start ?? 0,
    end: start === undefined ? quote.length : (end ?? start + quote.length),
    quote,
    prefix,
    suffix,
  };
  const found = start === undefined ? locateByWords(wanted, text) : locate(wanted, text);
  if (found.state !== 'gone') return found;
  return onlyPlaceOf(quote, prefix, suffix, text);
}

/**
 * Where a quote stands in a text whose white space may differ from the page it was taken from; with its neighbours
 * where it stands more than once, else nowhere.
 */
function onlyPlaceOf(quote: string, prefix: string, suffix: string, text: string): Range | undefined {
  if (sizeOf(quote) > 16 * maxQuoteBytes) return undefined;
  const places = [...text.matchAll(looselySpaced(quote))].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  if (places.length <= 1) return places[0];
  const [before, after] = [bare(prefix), bare(suffix)];
  const fitting = places.filter(
    ({ start, end }) =>
      bare(text.slice(Math.max(0, start - 2 * prefix.length), start)).endsWith(before) &&
      bare(text.slice(end, end + 2 * suffix.length)).startsWith(after),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function looselySpaced(quote: string): RegExp {
  const words = quote.normalize('NFC').trim().split(/\s+/u);
  return new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('\\s+'), 'gu');
}

function bare(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, '');
}

function quoted(quote: string): string {
  return quote
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function bodyOf(body: string, tally: Tally): string {
  const whole = body.toWellFormed();
  if (sizeOf(whole) <= maxBodyBytes) return whole;
  tally.count('body');
  let end = Math.min(whole.length, maxBodyBytes);
  while (sizeOf(whole.slice(0, end)) > maxBodyBytes - sizeOf(cut)) end = Math.floor(end * 0.98);
  return whole.slice(0, end).replace(/[\uD800-\uDBFF]$/, '') + cut;
}

function tagsOf(tags: readonly string[], tally: Tally): string[] {
  const clean = [...new Set(tags.map((tag) => cleanLine(tag)).filter(Boolean))];
  const fitting = clean.filter((tag) => tag.length <= maxTagLength).slice(0, maxTags);
  if (fitting.length < clean.length) tally.count('tag', clean.length - fitting.length);
  return fitting;
}

function timeOf(at: string | undefined, now: string, tally: Tally): string {
  const time = at === undefined ? Number.NaN : Date.parse(at);
  if (Number.isNaN(time)) tally.count('time');
  return Number.isNaN(time) ? now : new Date(time).toISOString();
}

/** As others will read it: an author of a file is never taken for someone who is here. */
function nameOf(author: string, source: string): string {
  const suffix = `, imported from ${source}`;
  const name = cleanLine(author) || 'Someone';
  return (
    name
      .slice(0, maxNameLength - suffix.length)
      .toWellFormed()
      .trim() + suffix
  );
}

function idOf(source: string, key: string): RecordId {
  return `i${createHash('sha256').update(`${source}\n${key}`).digest('hex').slice(0, 24)}`;
}

type Fate = 'found' | 'lost' | 'link' | 'stance' | 'body' | 'tag' | 'time';
/** Where passages were looked for: in the one text, or in all of a debate. */
type Where = 'here' | 'debate';

class Tally {
  private readonly counts = new Map<Fate, number>();

  count(what: Fate, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by);
  }

  sentences(where: Where): Said[] {
    return [...this.counts].map(([what, count]) => ({ key: sentenceFor(what, where), values: { count } }));
  }
}

function sentenceFor(what: Fate, where: Where) {
  if (what === 'found') return `notes.found.${where}` as const;
  return what === 'lost' ? (`notes.lost.${where}` as const) : (`notes.lost.${what}` as const);
}
