// What the server makes of a text before anything is stored, as the browser reads it back.

import * as v from 'valibot';
import { type Block, blockTypes } from '#lib/model/text/text.ts';

const span = v.variant('type', [
  v.object({ type: v.picklist(['emphasis', 'strong']), start: v.number(), end: v.number() }),
  v.object({ type: v.literal('link'), start: v.number(), end: v.number(), href: v.string() }),
  v.object({ type: v.literal('note'), start: v.number(), end: v.number(), to: v.string() }),
]);

export const blockSchema = v.object({
  id: v.string(),
  type: v.picklist(blockTypes),
  text: v.string(),
  level: v.exactOptional(v.number()),
  ordered: v.exactOptional(v.boolean()),
  mark: v.exactOptional(v.string()),
  page: v.exactOptional(v.string()),
  spans: v.exactOptional(v.array(span)),
});

export const previewSchema = v.object({
  title: v.string(),
  standfirst: v.nullish(v.string()),
  byline: v.nullish(v.string()),
  credit: v.nullish(v.string()),
  source: v.nullish(v.string()),
  blocks: v.array(blockSchema),
  /** What was changed or left out on the way, in sentences. */
  report: v.array(v.string()),
  /** The source before anything was joined or dropped, page by page where it has pages. */
  found: v.array(v.object({ text: v.string(), page: v.exactOptional(v.string()) })),
});

/** A book's chapters, of which one is chosen. */
export const bookSchema = v.object({
  title: v.string(),
  chapters: v.array(v.object({ id: v.string(), title: v.string(), words: v.number() })),
});
export type Book = v.InferOutput<typeof bookSchema>;

export type Preview = v.InferOutput<typeof previewSchema>;
export type Found = Preview['found'][number];

const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’-]*)/gu;

/** How long a text is, counted as people count. */
export function sizeOf(blocks: readonly Block[]): { paragraphs: number; words: number } {
  const words = blocks.reduce((sum, { text }) => sum + (text.match(wordPattern)?.length ?? 0), 0);
  return { paragraphs: blocks.length, words };
}

/** An address as people type it, with the scheme they left out. */
export function wholeAddress(typed: string): string {
  const address = typed.trim();
  return /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`;
}

/** Why this is no address to fetch, as far as can be told without asking. Whether it may be is the server's to say. */
export function addressFault(typed: string): 'missing' | 'no-address' | undefined {
  if (typed.trim() === '') return 'missing';
  const url = URL.parse(wholeAddress(typed));
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.');
  return isWeb ? undefined : 'no-address';
}
