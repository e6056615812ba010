// A discussion as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), JSON-LD. What the model has no word for
// (kind, stance, further links) is kept under our own terms, which its readers may ignore.
// The model counts code points, we count UTF-16 units: only this file and its reader (w3c-in.ts) convert.

import { attachedRange, carry } from '#lib/model/editions/carry.ts';
import type { Mapping } from '#lib/model/editions/mapping.ts';
import { saidAt } from '#lib/model/imported.ts';
import {
  type Anchor,
  type Entry,
  type Link,
  type NoteKind,
  noteOf,
  type ParticipantId,
  type Point,
  parentOf,
  type Ref,
  type Stance,
} from '#lib/model/record.ts';
import { describe } from '#lib/model/text/anchor.ts';
import { type Block, textOf } from '#lib/model/text/text.ts';
import { anchorOf, type Post, postsIn, type Thread, threadsOf } from '#lib/model/threads/thread.ts';
import { carriedLinks } from './carried-links.ts';
import { type Person, sayingsOf, unheard, type Writer } from './discussion.ts';
import { reportOf } from './report.ts';

export type AnnotationContext = {
  /** Where annotations are served, with its slash at the end; a point's id is this and its ref. */
  containerUrl: string;
  /** The room's own page. */
  roomUrl: string;
  /** The source that anchored targets name. */
  readingUrl: string;
  /** The current edition. */
  reading: { id: string; edition: string; title: string; blocks: readonly Block[] };
  /** From earlier editions to the current one, as far as points were made in them. */
  mappings: Readonly<Record<string, Mapping>>;
  /** Those whom whoever asks may know. */
  people: readonly Pick<Person, 'id' | 'name' | 'kind'>[];
  /** Whoever reads has nothing else: a note that is not there is told of or not named. A container's notes can be asked for. */
  isFile?: true;
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
  kind?: NoteKind;
  stance?: Stance;
  /** All links of a point with more than one, or that attacks another's step. */
  links?: { to: string; stance: Stance; on?: string }[];
  resolved?: true;
  withdrawn?: true;
  hidden?: true;
};

type Motivation = 'highlighting' | 'commenting' | 'questioning' | 'assessing' | 'replying';

const motivations: Record<NoteKind, Motivation> = {
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

/** What stands before every document of the model that we give. */
export const annotationContext = ['http://www.w3.org/ns/anno.jsonld', terms] as const;

/**
 * All threads of a room as annotations, in the order they are read.
 * A point that was withdrawn or hidden is kept without words and name where others answer it, so that their target is
 * there; a withdrawn one that nobody answers is left out. Reactions are not carried: the model has none.
 * @param entries the records that whoever asks may see.
 */
export function annotationsOf(entries: Iterable<Entry>, context: AnnotationContext): Annotation[] {
  const text = textOf(context.reading.blocks);
  const threads = threadsOf(entries).map((thread) => ({ thread, posts: postsIn(thread) }));
  const refs = threads.flatMap(({ posts }) => posts.map(({ ref }) => ref));
  const writing: Writing = {
    ...context,
    ...(context.isFile && { inFile: new Set(refs) }),
    text,
    codePoint: codePointsOf(text),
    people: new Map(context.people.map((person) => [person.id, person])),
  };
  return threads.flatMap(({ thread, posts }) => posts.flatMap((post) => annotationOf(post, thread, writing)));
}

/** The whole discussion as one annotation page: what a file of it holds. */
export const writeW3c: Writer = (discussion, onWritten = unheard) => {
  const { room, reading } = discussion;
  const containerUrl = new URL(`/api/rooms/${room.id}/annotations/`, room.url).href;
  const items = annotationsOf(discussion.entries, {
    containerUrl,
    roomUrl: room.url,
    readingUrl: reading.url,
    reading,
    mappings: discussion.mappings,
    people: discussion.people,
    isFile: true,
  });
  const report = reportOf(discussion, sayingsOf(discussion), [
    'lost.reactions.noneThere',
    'lost.rulings.outcomeOnly',
    'lost.edits.saidWhen',
    'lost.stances.ownTerms',
    'lost.wordless.whereAnswered',
  ]);
  const about = { containerUrl, roomUrl: room.url, title: reading.title };
  return { parts: partsOf(items, about, onWritten), report, count: items.length };
};

function* partsOf(
  items: readonly Annotation[],
  { containerUrl, roomUrl, title }: { containerUrl: string; roomUrl: string; title: string },
  onWritten: (count: number) => void,
): Generator<string> {
  const page = {
    '@context': annotationContext,
    id: `${containerUrl}?page=0`,
    type: 'AnnotationPage',
    partOf: { id: roomUrl, type: 'AnnotationCollection', label: title, total: items.length },
    startIndex: 0,
  };
  yield `${JSON.stringify(page).slice(0, -1)},"items":[\n`;
  for (const [i, item] of items.entries()) {
    onWritten(i + 1);
    yield `${JSON.stringify(item)}${i + 1 < items.length ? ',' : ''}\n`;
  }
  yield ']}\n';
}

type Writing = Omit<AnnotationContext, 'people' | 'isFile'> & {
  /** Of a file, the points that it holds. */
  inFile?: ReadonlySet<Ref>;
  /** The reading's canonical text. */
  text: string;
  codePoint: (offset: number) => number;
  people: ReadonlyMap<ParticipantId, AnnotationContext['people'][number]>;
};

/** Of a placeholder a file says no more than that it is there: whoever asks may not see that point, or it never was. */
function annotationOf(post: Post, thread: Thread, writing: Writing): Annotation[] {
  const { entry } = post;
  if (!entry) return writing.inFile ? [unseen(post.ref, writing)] : [];
  const isReply = parentOf(entry.value) !== undefined;
  const common = {
    id: idOf(post.ref, writing),
    type: 'Annotation' as const,
    motivation: isReply ? 'replying' : motivations[noteOf(entry.value).kind],
    target: targetOf(post, entry.value, writing),
    created: saidAt(entry, writing.people.get(entry.participant)),
    ...(thread.resolvedBy && post === thread.root && { resolved: true as const }),
  };
  if (entry.value.withdrawn) return [{ ...common, withdrawn: true }];
  if (post.hiddenBy) return [{ ...common, hidden: true }];
  return [{ ...common, ...saidIn(entry, writing) }];
}

function unseen(ref: Ref, writing: Writing): Annotation {
  const { comment: motivation } = motivations;
  return {
    id: idOf(ref, writing),
    type: 'Annotation',
    motivation,
    target: writing.readingUrl,
    hidden: true,
  };
}

function saidIn(entry: Entry<Point>, writing: Writing): Partial<Annotation> {
  const { value, participant, acceptedAt, createdAt } = entry;
  const name = writing.people.get(participant)?.name;
  const body = bodyOf(value);
  const made = value.links ?? [];
  const links = writing.inFile ? carriedLinks(made, writing.inFile).links : made;
  const [first] = links;
  return {
    ...(acceptedAt !== undefined && acceptedAt !== createdAt && { modified: acceptedAt }),
    ...(name !== undefined && { creator: { id: `${writing.roomUrl}#${participant}`, type: 'Person', name } }),
    ...(body.length > 0 && { body }),
    kind: noteOf(value).kind,
    ...(first && { stance: first.stance }),
    ...((links.length > 1 || first?.on) && { links: links.map((link) => linkOf(link, writing)) }),
  };
}

function bodyOf(value: Point): Body[] {
  const purpose = parentOf(value) === undefined ? 'commenting' : 'replying';
  const tags = (value.tags ?? []).map(
    (tag): Body => ({ type: 'TextualBody', value: tag, purpose: 'tagging' }),
  );
  const { body } = noteOf(value);
  if (!body) return tags;
  return [{ type: 'TextualBody', value: body, purpose, format: 'text/markdown' }, ...tags];
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
  // Readings stand beside each other: one's address is the other's with another name.
  const source = anchor.reading === reading.id ? readingUrl : new URL(anchor.reading, readingUrl).href;
  return { type: 'SpecificResource', source, selector };
}

function linkOf({ to, stance, on }: Link, writing: Writing) {
  const target = to === 'reading' ? writing.readingUrl : idOf(to, writing);
  return { to: target, stance, ...(on && { on: idOf(on, writing) }) };
}

function idOf(ref: Ref, { containerUrl }: Pick<AnnotationContext, 'containerUrl'>): string {
  return containerUrl + ref;
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
