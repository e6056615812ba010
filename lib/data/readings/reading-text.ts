// A reading's text as a client sends it after a preview: judged here before it is kept, because what is kept is served
// to everyone. Files are read by lib/exchange, which makes the same shape.

import * as v from 'valibot';
import { fault } from '#lib/model/fault.ts';
import {
  type Block,
  blockTypes,
  cleanLine,
  isCanonicalBlock,
  isSafeHref,
  maxHeadingLengths,
  maxLabelLength,
  type ReadingText,
} from '#lib/model/text/text.ts';
import { type Misfit, misfitOf } from '#lib/words/fault-words.ts';
import type { Limits } from '../settings.ts';

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const range = { start: offset, end: offset };

const href = v.pipe(v.string(), v.maxLength(2048), v.check(isSafeHref, 'not a web address'));

const blockId = v.pipe(v.string(), v.regex(/^b[1-9]\d{0,5}$/));

const span = v.variant('type', [
  v.strictObject({ type: v.picklist(['emphasis', 'strong']), ...range }),
  v.strictObject({ type: v.literal('link'), ...range, href }),
  v.strictObject({ type: v.literal('note'), ...range, to: blockId }),
]);

const canonical = v.pipe(
  v.string(),
  // One line may be a whole file: the limits of the request and of the text as a whole apply.
  v.maxLength(8_000_000, fault('paragraph-too-long')),
  v.check(isCanonicalBlock, fault('paragraph-not-plain')),
);

const label = v.optional(
  v.pipe(
    v.string(),
    v.maxLength(maxLabelLength),
    v.check((text) => text !== '' && cleanLine(text) === text, 'one clean line'),
  ),
);

const block = v.pipe(
  v.strictObject({
    id: blockId,
    type: v.picklist(blockTypes),
    text: canonical,
    level: v.optional(v.picklist([2, 3, 4])),
    ordered: v.optional(v.boolean()),
    mark: label,
    page: label,
    spans: v.optional(v.pipe(v.array(span), v.maxLength(5000))),
  }),
  v.check(
    ({ spans = [], text }) => spans.every((s) => s.start < s.end && s.end <= text.length),
    'a span outside its paragraph',
  ),
);

const line = (maxLength: number) =>
  v.pipe(v.string(), v.maxLength(4 * maxLength), v.transform(cleanLine), v.maxLength(maxLength));

/** A line that may be left out or left empty: then it is absent. */
const optionalLine = (maxLength: number) =>
  v.pipe(
    v.nullish(line(maxLength)),
    v.transform((text) => text || undefined),
  );

/** The lines outside the canonical text, as forms give them. */
export const headingFields = {
  title: v.pipe(line(maxHeadingLengths.title), v.minLength(1, fault('title-empty'))),
  standfirst: optionalLine(maxHeadingLengths.standfirst),
  byline: optionalLine(maxHeadingLengths.byline),
  credit: optionalLine(maxHeadingLengths.credit),
  source: optionalLine(maxHeadingLengths.source),
};

const readingText = v.strictObject({
  ...headingFields,
  blocks: v.pipe(v.array(block), v.minLength(1, fault('text-empty'))),
});

/** Reads a ReadingText from a client; `unknown` in, the text or what is wrong with it out. */
export function parseReadingText(
  value: unknown,
  limits: Pick<Limits, 'importBytes' | 'importParagraphs'>,
): { ok: true; text: ReadingText } | { ok: false; misfit: Misfit } {
  const result = v.safeParse(readingText, value);
  if (!result.success) {
    const { path, message } = misfitOf(result.issues);
    return { ok: false, misfit: { path: path ?? 'reading', message } };
  }
  const { blocks } = result.output;
  if (blocks.length > limits.importParagraphs)
    return wrong(fault('too-many-paragraphs'), limits.importParagraphs);
  if (new Set(blocks.map((b) => b.id)).size !== blocks.length) return wrong('two have the same id');
  const notes = new Set(blocks.filter((b) => b.type === 'footnote').map((b) => b.id));
  if (blocks.some((b) => b.spans?.some((s) => s.type === 'note' && !notes.has(s.to))))
    return wrong('a mark that leads to no footnote');
  const sizeBytes = blocks.reduce((sum, b) => sum + Buffer.byteLength(b.text), 0);
  if (sizeBytes > limits.importBytes) return wrong(fault('too-many-bytes'), limits.importBytes);
  // What is absent stays absent, as importers leave it.
  return { ok: true, text: withoutUndefined({ ...result.output, blocks: blocks as Block[] }) };
}

const wrong = (message: string, max = 0) => ({
  ok: false as const,
  misfit: { path: 'blocks', message, max },
});

function withoutUndefined<T extends object>(value: T) {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as ReadingText;
}
