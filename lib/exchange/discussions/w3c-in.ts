// W3C Web Annotations on their way in: a file of them, or one that a program posts. Takes what the model allows (single
// values or lists, strings or objects) and our own terms where they are there.

import * as v from 'valibot';
import { type NoteKind, noteKinds, type Stance, stances } from '#lib/model/record.ts';
import type { ForeignLink, ForeignPassage, ForeignPoint, Incoming, NotRead } from './incoming.ts';
import { jsonIn } from './json-in.ts';

const selector = v.looseObject({
  type: v.optional(v.string()),
  exact: v.optional(v.string()),
  prefix: v.optional(v.string()),
  suffix: v.optional(v.string()),
  start: v.optional(v.number()),
  end: v.optional(v.number()),
});
const oneOrMany = <T>(one: v.GenericSchema<unknown, T>) =>
  v.pipe(
    v.union([v.array(one), one]),
    v.transform((value) => (Array.isArray(value) ? value : [value]) as T[]),
  );
const target = v.union([
  v.string(),
  v.looseObject({
    id: v.optional(v.string()),
    source: v.optional(v.union([v.string(), v.looseObject({ id: v.optional(v.string()) })])),
    selector: v.optional(oneOrMany(selector)),
  }),
]);
const body = v.union([
  v.string(),
  v.looseObject({
    type: v.optional(v.union([v.string(), v.array(v.string())])),
    value: v.optional(v.string()),
    purpose: v.optional(oneOrMany(v.string())),
    format: v.optional(v.string()),
  }),
]);
const creator = v.union([
  v.string(),
  v.looseObject({
    id: v.optional(v.string()),
    name: v.optional(oneOrMany(v.string())),
    nickname: v.optional(v.string()),
  }),
]);
const link = v.looseObject({ to: v.string(), stance: v.picklist(stances), on: v.optional(v.string()) });

const annotation = v.looseObject({
  id: v.optional(v.string()),
  type: v.union([v.literal('Annotation'), v.pipe(v.array(v.string()), v.includes('Annotation'))]),
  motivation: v.optional(oneOrMany(v.string()), []),
  created: v.optional(v.string()),
  creator: v.optional(oneOrMany(creator), []),
  body: v.optional(oneOrMany(body), []),
  bodyValue: v.optional(v.string()),
  target: oneOrMany(target),
  kind: v.optional(v.picklist(noteKinds)),
  stance: v.optional(v.picklist(stances)),
  links: v.optional(v.array(link)),
  withdrawn: v.optional(v.boolean()),
  hidden: v.optional(v.boolean()),
});
type Annotation = v.InferOutput<typeof annotation>;

const items = v.array(annotation);
const page = v.looseObject({ items });
const file = v.union([
  v.pipe(
    page,
    v.transform((value) => value.items),
  ),
  v.pipe(
    v.looseObject({ first: page }),
    v.transform((value) => value.first.items),
  ),
  items,
  v.pipe(
    annotation,
    v.transform((value) => [value]),
  ),
]);

/** The text that passages are looked for in, and the address that names it. */
export type Source = { text: string; readingUrl: string };

/** Reads a page, a collection with its first page, a list, or a single annotation. */
export function readW3c(text: string, source: Source): Incoming | NotRead {
  const read = jsonIn(text, file, { key: 'notes.notRead.w3c' });
  if (!read.ok) return read;
  const said = read.value.filter(({ withdrawn, hidden }) => !withdrawn && !hidden);
  const left = read.value.length - said.length;
  const keys = new Set(said.flatMap(({ id }) => (id === undefined ? [] : [id])));
  return {
    ok: true,
    source: 'Web Annotation',
    points: said.map((one, i) => pointIn(one, one.id ?? `#${i}`, source, (iri) => keys.has(iri))),
    report: left > 0 ? [{ key: 'notes.leftOut.wordless', values: { count: left } }] : [],
  };
}

/** Reads one annotation that a program sends for a room, and is told in English what is wrong. `isKnown` tells the addresses of points from all others. */
export function readAnnotation(
  value: unknown,
  key: string,
  source: Source,
  isKnown: (iri: string) => boolean,
): { ok: true; point: ForeignPoint } | { ok: false; message: string } {
  const result = v.safeParse(annotation, value);
  if (result.success) return { ok: true, point: pointIn(result.output, key, source, isKnown) };
  const [issue] = result.issues;
  return {
    ok: false,
    message: `${v.getDotPath(issue) ?? 'annotation'}: ${issue.message}. Nothing was written.`,
  };
}

function pointIn(
  one: Annotation,
  key: string,
  source: Source,
  isKnown: (iri: string) => boolean,
): ForeignPoint {
  const texts = one.body.flatMap((part) => {
    if (typeof part === 'string') return [{ value: part, isTag: false }];
    if (part.value === undefined) return [];
    return [{ value: plain(part.value, part.format), isTag: part.purpose?.includes('tagging') ?? false }];
  });
  const words = texts.filter(({ isTag }) => !isTag).map(({ value }) => value);
  if (one.bodyValue !== undefined) words.push(one.bodyValue);
  const passage = one.target.map((at) => passageIn(at, source)).find((found) => found !== undefined);
  return {
    key,
    author: authorIn(one),
    ...(one.created !== undefined && { at: one.created }),
    kind: one.kind ?? kindIn(one.motivation),
    body: words.join('\n\n'),
    tags: texts.filter(({ isTag }) => isTag).map(({ value }) => value),
    ...(passage && { passage }),
    links: linksIn(one, source, isKnown),
  };
}

function linksIn(one: Annotation, { readingUrl }: Source, isKnown: (iri: string) => boolean): ForeignLink[] {
  const place = (iri: string) => (iri === readingUrl ? 'reading' : iri);
  if (one.links)
    return one.links.map(({ to, stance, on }) => ({
      to: place(to),
      stance,
      ...(on !== undefined && { on }),
    }));
  const stance: { stance?: Stance } = one.stance ? { stance: one.stance } : {};
  const isReply = one.motivation.includes('replying');
  const answered = one.target.flatMap((at) => {
    const iri = typeof at === 'string' ? at : at.selector ? undefined : at.id;
    return iri !== undefined && (isKnown(iri) || (isReply && iri !== readingUrl))
      ? [{ to: iri, ...stance }]
      : [];
  });
  return answered.length === 0 && one.stance ? [{ to: 'reading', stance: one.stance }] : answered;
}

function passageIn(
  at: Annotation['target'][number],
  { text, readingUrl }: Source,
): ForeignPassage | undefined {
  if (typeof at === 'string') return undefined;
  const selectors = at.selector ?? [];
  const quote = selectors.find(({ type, exact }) => type === 'TextQuoteSelector' && exact !== undefined);
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const offsets =
    position?.start !== undefined && position.end !== undefined
      ? { start: utf16Of(text, position.start), end: utf16Of(text, position.end) }
      : undefined;
  if (quote?.exact !== undefined)
    return { quote: quote.exact, prefix: quote.prefix ?? '', suffix: quote.suffix ?? '', ...offsets };
  // A bare position says nothing about what it stood on: only one in this very text can be believed.
  const name = typeof at.source === 'string' ? at.source : at.source?.id;
  return offsets && name === readingUrl
    ? { quote: text.slice(offsets.start, offsets.end), ...offsets }
    : undefined;
}

/** Code points → UTF-16 units. */
function utf16Of(text: string, codePoints: number): number {
  let at = 0;
  for (let n = 0; n < codePoints && at < text.length; n++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

function kindIn(motivations: readonly string[]): NoteKind {
  if (motivations.includes('highlighting')) return 'highlight';
  if (motivations.includes('questioning')) return 'question';
  return motivations.includes('assessing') ? 'claim' : 'comment';
}

function authorIn({ creator: creators }: Annotation): string {
  const [first] = creators;
  if (first === undefined || typeof first === 'string') return first ?? '';
  return first.name?.[0] ?? first.nickname ?? first.id ?? '';
}

/** Words of a body in HTML; any other format stays as it is. */
function plain(value: string, format: string | undefined): string {
  if (format !== 'text/html') return value;
  return value
    .replace(/<(br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
