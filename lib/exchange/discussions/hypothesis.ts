// Hypothesis's JSON, out and in: the file its "Export" writes and the rows its API gives. It has no stances or kinds,
// which go into tags of our own; positions are those of a page of theirs, so only quotes are carried.

import * as v from 'valibot';
import { type NoteKind, noteKinds, stances } from '#lib/model/record.ts';
import type { Said } from '#lib/words/said.ts';
import { type Discussion, type Saying, sayingsOf, unheard, type Writer } from './discussion.ts';
import type { ForeignPoint, Incoming, NotRead } from './incoming.ts';
import { jsonIn } from './json-in.ts';
import { reportOf } from './report.ts';

const stanceTag = 'counterpoint:';
const kindTag = 'counterpoint-kind:';

export const writeHypothesis: Writer = (discussion, onWritten = unheard) => {
  const sayings = sayingsOf(discussion);
  const report = reportOf(discussion, sayings, [
    'lost.stances.asTags',
    'lost.kinds.asTags',
    'lost.links.oneNote',
    'lost.reactions.all',
    'lost.rulings.all',
    'lost.edits.all',
    'lost.wordless.whereAnswered',
  ]);
  return { parts: partsOf(discussion, sayings, onWritten), report, count: sayings.length };
};

function* partsOf(
  discussion: Discussion,
  sayings: readonly Saying[],
  onWritten: (count: number) => void,
): Generator<string> {
  const references = new Map<string, string[]>();
  yield '{"export_date":""'.replace('""', JSON.stringify(newest(sayings)));
  yield ',"export_userid":"","client_version":"counterpoint","annotations":[\n';
  for (const [i, saying] of sayings.entries()) {
    const above =
      saying.parent === undefined ? [] : [...(references.get(saying.parent) ?? []), saying.parent];
    references.set(saying.ref, above);
    onWritten(i + 1);
    yield `${i > 0 ? ',\n' : ''}${JSON.stringify(annotationOf(saying, above, discussion))}`;
  }
  yield '\n]}\n';
}

/** The file tells of nothing later than this; the clock of whoever writes it would make two equal exports differ. */
function newest(sayings: readonly Saying[]): string {
  return sayings.reduce((last, { at, editedAt }) => [last, at, editedAt ?? ''].sort().at(-1) ?? last, '');
}

function annotationOf(saying: Saying, references: string[], { reading, room }: Discussion) {
  const { passage, author } = saying;
  const selector = passage && [
    { type: 'TextQuoteSelector', exact: passage.quote, prefix: passage.prefix, suffix: passage.suffix },
  ];
  return {
    id: saying.ref,
    created: saying.at,
    updated: saying.editedAt ?? saying.at,
    user: author === '' ? '' : `acct:${saying.participant}@counterpoint`,
    user_info: { display_name: author === '' ? null : author },
    uri: reading.url,
    text: saying.state === 'said' ? saying.body : `(${saying.state})`,
    tags: [...saying.tags, ...ownTags(saying)],
    group: '__world__',
    permissions: {},
    target: [{ source: reading.url, ...(selector && { selector }) }],
    document: { title: [reading.title] },
    links: { html: `${room.url}#p=${saying.ref}`, incontext: `${room.url}#p=${saying.ref}` },
    ...(references.length > 0 && { references }),
    ...(saying.state !== 'said' && { hidden: true }),
  };
}

function ownTags({ stance, kind, state }: Saying): string[] {
  if (state !== 'said') return [];
  return [...(stance ? [stanceTag + stance] : []), ...(kind === 'comment' ? [] : [kindTag + kind])];
}

const selector = v.looseObject({
  type: v.optional(v.string()),
  exact: v.optional(v.string()),
  prefix: v.optional(v.string()),
  suffix: v.optional(v.string()),
});
const annotation = v.looseObject({
  id: v.string(),
  created: v.optional(v.string()),
  user: v.optional(v.string(), ''),
  user_info: v.nullish(v.looseObject({ display_name: v.nullish(v.string()) })),
  text: v.nullish(v.string()),
  tags: v.optional(v.array(v.string()), []),
  references: v.optional(v.array(v.string()), []),
  hidden: v.optional(v.boolean(), false),
  target: v.optional(v.array(v.looseObject({ selector: v.optional(v.array(selector), []) })), []),
});
type Annotation = v.InferOutput<typeof annotation>;
const rows = v.array(annotation);
const file = v.union([
  v.pipe(
    v.looseObject({ annotations: rows }),
    v.transform((value) => value.annotations),
  ),
  v.pipe(
    v.looseObject({ rows }),
    v.transform((value) => value.rows),
  ),
  rows,
]);

/** Reads what Hypothesis exports, what its API answers (`rows`), or a bare list of annotations. */
export function readHypothesis(text: string): Incoming | NotRead {
  const read = jsonIn(text, file, { key: 'notes.notRead.hypothesis' });
  if (!read.ok) return read;
  const said = read.value.filter(({ hidden }) => !hidden);
  const left = read.value.length - said.length;
  const report: Said[] = left > 0 ? [{ key: 'notes.leftOut.hidden', values: { count: left } }] : [];
  return { ok: true, source: 'Hypothesis', points: said.map(pointIn), report };
}

function pointIn(row: Annotation): ForeignPoint {
  const quote = row.target
    .flatMap((target) => target.selector)
    .find((one) => one.type === 'TextQuoteSelector' && one.exact !== undefined);
  const parent = row.references.at(-1);
  const stance = ownTag(row.tags, stanceTag, stances);
  const to = parent ?? (stance && 'reading');
  return {
    key: row.id,
    author: authorIn(row),
    ...(row.created !== undefined && { at: row.created }),
    kind: kindIn(row, parent !== undefined),
    body: row.text ?? '',
    tags: row.tags.filter((tag) => !tag.startsWith(stanceTag) && !tag.startsWith(kindTag)),
    ...(quote?.exact !== undefined && {
      passage: { quote: quote.exact, prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' },
    }),
    links: to ? [{ to, ...(stance && { stance }) }] : [],
  };
}

function kindIn({ tags, text }: Annotation, isReply: boolean): NoteKind {
  const kind = ownTag(tags, kindTag, noteKinds);
  return kind ?? (!isReply && !text?.trim() ? 'highlight' : 'comment');
}

function ownTag<T extends string>(
  tags: readonly string[],
  prefix: string,
  values: readonly T[],
): T | undefined {
  return values.find((value) => tags.includes(prefix + value));
}

function authorIn({ user, user_info }: Annotation): string {
  return user_info?.display_name || (/^acct:([^@]+)@/.exec(user)?.[1] ?? user);
}
