// A discussion as a W3C Web Annotation page (https://www.w3.org/TR/annotation-model/), JSON-LD. What the model has no
// word for (kind, stance, further links) is kept under our own terms, which its readers may ignore.
// The model counts code points, we count UTF-16 units: this is the only file that converts.

import { describe } from '#lib/model/anchor.ts';
import { attachedRange, carry } from '#lib/model/editions/carry.ts';
import type { Mapping } from '#lib/model/editions/mapping.ts';
import {
  type Anchor,
  type Entry,
  type Link,
  type ParticipantId,
  type Point,
  type PointKind,
  parentOf,
  type Ref,
  type Stance,
} from '#lib/model/record.ts';
import { type Block, textOf } from '#lib/model/text.ts';
import { anchorOf, type Post, postsIn, type Thread, threadsOf } from '#lib/model/thread.ts';

type PageContext = {
  /** Where this page is served. */
  pageUrl: string;
  /** The room's own page; a point's id is this with `#p=` and its ref, which opens it. */
  roomUrl: string;
  /** The source that anchored targets name. */
  readingUrl: string;
  /** The current edition. */
  reading: { id: string; edition: string; title: string; blocks: readonly Block[] };
  /** From earlier editions to the current one, as far as points were made in them. */
  mappings: Readonly<Record<string, Mapping>>;
  /** Those whom whoever asks may know. */
  people: readonly { id: ParticipantId; name: string }[];
};

type Selector =
  | { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string }
  | { type: 'TextPositionSelector'; start: number; end: number };
type Target = string | { type: 'SpecificResource'; source: string; selector: Selector[] };
type Body = {
  type: 'TextualBody';
  value: string;
  purpose: 'commenting' | 'replying' | 'tagging';
  format?: 'text/markdown';
};

export type Annotation = {
  id: string;
  type: 'Annotation';
  motivation: Motivation;
  target: Target | Target[];
  /** When the server first took the point, and its present words, ISO UTC. */
  created?: string;
  modified?: string;
  creator?: { id: string; type: 'Person'; name: string };
  body?: Body[];
  kind?: PointKind;
  stance?: Stance;
  /** All links of a point with more than one, or that attacks another's step. */
  links?: { to: string; stance: Stance; on?: string }[];
  resolved?: true;
  withdrawn?: true;
  hidden?: true;
};

export type AnnotationPage = {
  '@context': [string, Record<string, unknown>];
  id: string;
  type: 'AnnotationPage';
  partOf: { id: string; type: 'AnnotationCollection'; label: string; total: number };
  startIndex: 0;
  items: Annotation[];
};

type Motivation = 'highlighting' | 'commenting' | 'questioning' | 'assessing' | 'replying';

const motivations: Record<PointKind, Motivation> = {
  highlight: 'highlighting',
  comment: 'commenting',
  question: 'questioning',
  claim: 'assessing',
};

const ours = 'urn:x-counterpoint:';
const terms = {
  kind: `${ours}kind`,
  stance: `${ours}stance`,
  links: `${ours}link`,
  to: { '@id': `${ours}to`, '@type': '@id' },
  on: { '@id': `${ours}on`, '@type': '@id' },
  resolved: `${ours}resolved`,
  withdrawn: `${ours}withdrawn`,
  hidden: `${ours}hidden`,
};

/**
 * All threads of a room as one annotation page, in the order they are read.
 * A point that was withdrawn or hidden is kept without words and name where others answer it, so that their target is
 * there; a withdrawn one that nobody answers is left out. Reactions are not carried: the model has none.
 * @param entries the records that whoever asks may see.
 */
export function annotationPageOf(entries: Iterable<Entry>, context: PageContext): AnnotationPage {
  const text = textOf(context.reading.blocks);
  const writing: Writing = {
    ...context,
    text,
    codePoint: codePointsOf(text),
    names: new Map(context.people.map(({ id, name }) => [id, name])),
  };
  const items = threadsOf(entries).flatMap((thread) =>
    postsIn(thread).flatMap((post) => annotationOf(post, thread, writing)),
  );
  const { roomUrl, pageUrl, reading } = context;
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', terms],
    id: pageUrl,
    type: 'AnnotationPage',
    partOf: { id: roomUrl, type: 'AnnotationCollection', label: reading.title, total: items.length },
    startIndex: 0,
    items,
  };
}

type Writing = PageContext & {
  /** The reading's canonical text. */
  text: string;
  codePoint: (offset: number) => number;
  names: ReadonlyMap<ParticipantId, string>;
};

/** None for a placeholder: whoever asks may not see that point, or it was never there. */
function annotationOf(post: Post, thread: Thread, writing: Writing): Annotation[] {
  const { entry } = post;
  if (!entry) return [];
  const isReply = parentOf(entry.value) !== undefined;
  const common = {
    id: idOf(post.ref, writing),
    type: 'Annotation' as const,
    motivation: isReply ? 'replying' : motivations[entry.value.kind],
    target: targetOf(post, entry.value, writing),
    ...(entry.createdAt !== undefined && { created: entry.createdAt }),
    ...(thread.resolvedBy && post === thread.root && { resolved: true as const }),
  };
  if (entry.value.withdrawn) return [{ ...common, withdrawn: true }];
  if (post.hiddenBy) return [{ ...common, hidden: true }];
  return [{ ...common, ...saidIn(entry, writing) }];
}

function saidIn(entry: Entry<Point>, writing: Writing): Partial<Annotation> {
  const { value, participant, acceptedAt, createdAt } = entry;
  const name = writing.names.get(participant);
  const body = bodyOf(value);
  const links = value.links ?? [];
  const [first] = links;
  return {
    ...(acceptedAt !== undefined && acceptedAt !== createdAt && { modified: acceptedAt }),
    ...(name !== undefined && { creator: { id: `${writing.roomUrl}#${participant}`, type: 'Person', name } }),
    ...(body.length > 0 && { body }),
    kind: value.kind,
    ...(first && { stance: first.stance }),
    ...((links.length > 1 || first?.on) && { links: links.map((link) => linkOf(link, writing)) }),
  };
}

function bodyOf(value: Point): Body[] {
  const purpose = parentOf(value) === undefined ? 'commenting' : 'replying';
  const tags = (value.tags ?? []).map(
    (tag): Body => ({ type: 'TextualBody', value: tag, purpose: 'tagging' }),
  );
  if (!value.body) return tags;
  return [{ type: 'TextualBody', value: value.body, purpose, format: 'text/markdown' }, ...tags];
}

function targetOf(post: Post, value: Point, writing: Writing): Target | Target[] {
  const parent = parentOf(value);
  const anchor = anchorOf(post);
  const passage = anchor && passageOf(anchor, writing);
  if (parent === undefined) return passage ?? writing.readingUrl;
  return passage ? [idOf(parent, writing), passage] : idOf(parent, writing);
}

/** The passage in the current text. One that is gone or uncertain keeps its quote and has no position. */
function passageOf(anchor: Anchor, { text, readingUrl, codePoint, reading, mappings }: Writing): Target {
  const to = {
    reading: reading.id,
    edition: reading.edition,
    text,
    mappings: new Map(Object.entries(mappings)),
  };
  const found = attachedRange(carry(anchor, to));
  const { prefix, suffix } = found
    ? describe(found, text, { reading: reading.id, edition: reading.edition })
    : anchor;
  const exact = found ? text.slice(found.start, found.end) : anchor.quote;
  const selector: Selector[] = [{ type: 'TextQuoteSelector', exact, prefix, suffix }];
  if (found) {
    const [start, end] = [codePoint(found.start), codePoint(found.end)];
    selector.push({ type: 'TextPositionSelector', start, end });
  }
  return { type: 'SpecificResource', source: readingUrl, selector };
}

function linkOf({ to, stance, on }: Link, writing: Writing) {
  const target = to === 'reading' ? writing.readingUrl : idOf(to, writing);
  return { to: target, stance, ...(on && { on: idOf(on, writing) }) };
}

function idOf(ref: Ref, { roomUrl }: PageContext): string {
  return `${roomUrl}#p=${ref}`;
}

/** UTF-16 offset → code points before it: each surrogate pair that ends at or before the offset counts one less. */
function codePointsOf(text: string): (offset: number) => number {
  const pairs = Array.from(text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g), (match) => match.index);
  return (offset) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
