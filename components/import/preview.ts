// What the server makes of a text before anything is stored, as the browser reads it back.

import * as v from 'valibot';
import {
  blockTypes,
  cleanLine,
  type Heading,
  maxHeadingLengths,
  type ReadingText,
} from '#lib/model/text/text.ts';

const span = v.variant('type', [
  v.object({ type: v.picklist(['emphasis', 'strong']), start: v.number(), end: v.number() }),
  v.object({ type: v.literal('link'), start: v.number(), end: v.number(), href: v.string() }),
  v.object({ type: v.literal('note'), start: v.number(), end: v.number(), to: v.string() }),
]);

const block = v.object({
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
  blocks: v.array(block),
  /** What was changed or left out on the way, in sentences. */
  report: v.array(v.string()),
});

/** A book's chapters, of which one is chosen. */
export const bookSchema = v.object({
  title: v.string(),
  chapters: v.array(v.object({ id: v.string(), title: v.string(), words: v.number() })),
});
export type Book = v.InferOutput<typeof bookSchema>;

export type Preview = v.InferOutput<typeof previewSchema>;

/** The lines that stand outside the text and can be corrected; empty means there is none. */
export const headingNames = ['title', 'standfirst', 'byline', 'credit', 'source'] as const;
export type HeadingForm = Record<(typeof headingNames)[number], string>;

export function headingForm(preview: Preview): HeadingForm {
  const { title, standfirst, byline, credit, source } = preview;
  return {
    title,
    standfirst: standfirst ?? '',
    byline: byline ?? '',
    credit: credit ?? '',
    source: source ?? '',
  };
}

/** The heading as it will stand: lines left empty are absent. */
export function headingOf(form: HeadingForm): Heading {
  const lines = headingNames.map((name) => [name, form[name].trim()] as const);
  return { title: '', ...Object.fromEntries(lines.filter(([, line]) => line !== '')) };
}

/** What keeps these lines from being published, by line, in words. */
export function headingFaults(form: HeadingForm): Partial<HeadingForm> {
  const faults: Partial<HeadingForm> = {};
  if (form.title.trim() === '') faults.title = 'A reading needs a title.';
  for (const name of headingNames) {
    const surplus = cleanLine(form[name]).length - maxHeadingLengths[name];
    if (surplus > 0) faults[name] = `At most ${maxHeadingLengths[name]} characters: take out ${surplus}.`;
  }
  return faults;
}

/** What is published: the preview's text under the corrected heading. */
export function correctedReading(preview: Preview, form: HeadingForm): ReadingText {
  return { ...headingOf(form), blocks: preview.blocks };
}

const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’-]*)/gu;

/** "18 paragraphs · 812 words". */
export function sizeWords(preview: Preview): string {
  const words = preview.blocks.reduce((sum, { text }) => sum + (text.match(wordPattern)?.length ?? 0), 0);
  const count = preview.blocks.length;
  return `${count.toLocaleString('en')} ${count === 1 ? 'paragraph' : 'paragraphs'} · ${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}`;
}

/** An address as people type it, with the scheme they left out. */
export function wholeAddress(typed: string): string {
  const address = typed.trim();
  return /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`;
}

/** Why this is no address to fetch, as far as can be told without asking. Whether it may be is the server's to say. */
export function addressFault(typed: string): string | undefined {
  if (typed.trim() === '') return 'There is no address yet. Paste the one of the page.';
  const url = URL.parse(wholeAddress(typed));
  const isWeb = url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.');
  return isWeb
    ? undefined
    : 'This is not the address of a web page. It looks like https://example.org/article.';
}
