// Tells what stands outside the canonical text (title, standfirst, byline, credit) from the blocks that are the text.
// Every step needs evidence; without it a paragraph stays a paragraph, for the person sees a preview and can correct it.

import { type Block, type Heading, maxTitleLength, type Span } from '#lib/model/text/text.ts';
import type { Said } from '#lib/words/said.ts';
import { canonicalLine, removalsIn, type Tally } from './canonical.ts';
import type { Draft } from './draft.ts';
import { type Found, type Imported, type Refused, refuse } from './refusal.ts';

// In UTF-16 units. A longer title that is given is refused, one that is found is shortened.
const maxLineLength = 300;
const maxBylineLength = 120;
const maxTitleWords = 25;
const minStandfirstWords = 5;
const wordsForTitle = 8;

export type SettleOptions = {
  /** The title a person typed; it wins over any found. */
  title?: string;
  /** What a file says of itself apart from its text, for want of better: an HTML page's title, a file's name. */
  fallbackTitle?: string;
  /** What a file's front matter states. */
  stated?: Partial<Heading>;
  /** How many blocks a reading may have. */
  maxParagraphs: number;
  /** What was removed so far, for the report. */
  tally: Tally;
  report?: readonly Said[];
  /** The source as it was found, where drafts say less. */
  found?: Found[];
};

/** Drafts to a reading: `b1`, `b2`, … in order, with its title settled; or why it may not come in. */
export function settle(drafts: readonly Draft[], options: SettleOptions): Imported {
  if (drafts.length === 0) return refuse('empty', { key: 'refusal.noWords' });
  const report = [...(options.report ?? [])];
  const text = drafts.filter((draft) => draft.type !== 'footnote');
  if (text.length === 0) return refuse('empty', { key: 'refusal.onlyFootnotes' });
  const work: Work = { rest: text, heading: {}, report, options, isTitled: false };
  const title = takeTitle(work);
  if (typeof title !== 'string') return title;
  takeLines(work);
  const { rest, heading } = work;
  if (drafts.length > options.maxParagraphs) return tooMany(drafts.length, options.maxParagraphs);
  const notes = drafts.filter((draft) => draft.type === 'footnote');
  const reading = { title, ...heading, blocks: blocksOf([...rest, ...notes]) };
  const found = options.found ?? drafts.map(({ text, page }) => ({ text, ...(page && { page }) }));
  return { ok: true, reading, report: [...report, ...removalsIn(options.tally)], found };
}

type Work = {
  rest: Draft[];
  heading: Partial<Omit<Heading, 'title'>>;
  report: Said[];
  options: SettleOptions;
  /** The title stood in the text itself, so that what follows it may belong to it. */
  isTitled: boolean;
};

function tooMany(count: number, most: number): Refused {
  return refuse('too-many-paragraphs', { key: 'refusal.tooManyParagraphs', values: { count, most } });
}

/** Blocks with their ids, footnotes last; a mark whose footnote is not there is only text. */
function blocksOf(drafts: readonly Draft[]): Block[] {
  const ids = new Map<string, string>();
  for (const [index, { key }] of drafts.entries()) if (key && !ids.has(key)) ids.set(key, `b${index + 1}`);
  return drafts.map(({ lead: _, joined: __, key, spans, ...draft }, index) => {
    const id = `b${index + 1}`;
    const { mark, ...unmarked } = draft;
    // A footnote of several paragraphs has its mark on the first.
    const block = mark !== undefined && key && ids.get(key) !== id ? unmarked : draft;
    const kept = spans?.flatMap((span) => resolved(span, ids)) ?? [];
    return { id, ...block, ...(kept.length > 0 && { spans: kept }) };
  });
}

function resolved(span: Span, ids: ReadonlyMap<string, string>): Span[] {
  if (span.type !== 'note') return [span];
  const to = ids.get(span.to);
  return to === undefined ? [] : [{ ...span, to }];
}

/** The title, taken off the text where it stands there (once or twice). */
function takeTitle(work: Work): string | Refused {
  const { options } = work;
  const typed = canonicalLine(options.title ?? '', options.tally);
  if (typed.length > maxTitleLength) {
    const values = { count: typed.length, most: maxTitleLength };
    return refuse('title-too-long', { key: 'refusal.titleTooLong', values });
  }
  const known = typed || canonicalLine(options.stated?.title ?? '', options.tally);
  const found = takeFound(work, known);
  const title = known || found || standIn(work);
  if (title.length > maxTitleLength) {
    work.report.push({ key: 'remark.titleShortened', values: { most: maxTitleLength } });
  }
  return shortened(title);
}

/** Takes the title that stands in the text off it; what only looks like one stays where another title is known. */
function takeFound(work: Work, known: string): string | undefined {
  const { options, report, rest } = work;
  const draft = certainTitle(rest) ?? (known ? sameTitle(rest, known) : likelyTitle(rest));
  if (!draft) return undefined;
  work.isTitled = true;
  const line = canonicalLine(draft.text, options.tally);
  // Too long for a title: its words stay in the text, so that none is lost. The only words there are stay too.
  if (line.length <= maxTitleLength && rest.length > 1) rest.splice(rest.indexOf(draft), 1);
  if (rest.length > 1 && isSame(rest[0]?.text ?? '', line) && rest[0] !== draft) {
    rest.shift();
    report.push({ key: 'remark.titleTwice' });
  }
  if (known && !isSame(known, line))
    report.push({ key: 'remark.titleReplaced', values: { title: shortened(line) } });
  return line;
}

/** A title by its markup, or by standing there twice. */
function certainTitle(rest: readonly Draft[]): Draft | undefined {
  const marked = rest.find((draft) => draft.lead === 'title');
  if (marked) return marked;
  const [first, second, third] = rest;
  if (!first || !second || !third || first.text.length > maxTitleLength) return undefined;
  return isSame(first.text, second.text) ? first : undefined;
}

function sameTitle([first, second]: readonly Draft[], known: string): Draft | undefined {
  return first && second && isSame(first.text, known) ? first : undefined;
}

function likelyTitle([first, second]: readonly Draft[]): Draft | undefined {
  const isShort = first?.type === 'paragraph' && first.text.length <= maxTitleLength;
  return isShort && second && looksLikeTitle(first.text) ? first : undefined;
}

/** A title for a text that has none. */
function standIn({ options, rest, report }: Work): string {
  const named = shortened(canonicalLine(options.fallbackTitle ?? '', options.tally));
  if (named) return named;
  report.push({ key: 'remark.noTitle' });
  const words = (rest[0]?.text ?? '').split(/\s+/);
  return words.slice(0, wordsForTitle).join(' ') + (words.length > wordsForTitle ? ' …' : '');
}

/** Standfirst and byline from the top, in either order, and the credit from the end. */
function takeLines(work: Work): void {
  const { heading, options, rest } = work;
  for (const name of ['standfirst', 'byline', 'credit', 'source'] as const) {
    const line = canonicalLine(options.stated?.[name] ?? '', options.tally);
    if (line) heading[name] = line;
  }
  const isOpen = (name: 'standfirst' | 'byline') => heading[name] === undefined && rest.length > 1;
  const take = () => canonicalLine(rest.shift()?.text ?? '', options.tally);
  if (isOpen('byline') && isByline(rest[0])) heading.byline = take();
  if (isOpen('standfirst') && isStandfirst(rest, work.isTitled)) heading.standfirst = take();
  if (isOpen('byline') && isByline(rest[0])) heading.byline = take();
  if (rest.length > 1 && heading.credit === undefined && isCredit(rest.at(-1))) {
    heading.credit = canonicalLine(rest.pop()?.text ?? '', options.tally);
  }
}

const endOfSentence = /[.!?…:;,]["'”’»)\]]*$/u;
// A full stop that ends an abbreviation, not a sentence: “in the U.S.”, “Ada O.”
const abbreviation = /(?:^|[\s.])\p{Lu}\.$|\b(?:Jr|Sr|Inc|Ltd|Co|St)\.$/u;

function endsSentence(text: string): boolean {
  return endOfSentence.test(text) && !abbreviation.test(text);
}

function looksLikeTitle(text: string): boolean {
  const isAsked = /[?!…]["'”’»)\]]*$/u.test(text);
  return wordsIn(text) <= maxTitleWords && (isAsked || !endsSentence(text)) && !isBylineText(text);
}

function isByline(draft: Draft | undefined): boolean {
  if (!draft || draft.text.length > maxBylineLength) return false;
  return draft.lead === 'byline' || (draft.type === 'paragraph' && isBylineText(draft.text));
}

function isBylineText(text: string): boolean {
  return /^by[ :]\s*[\p{Lu}\p{Lo}]/iu.test(text) && text.length <= maxBylineLength && !endsSentence(text);
}

function isStandfirst([first, second, ...others]: readonly Draft[], isTitled: boolean): boolean {
  if (!first || !second || first.text.length > maxLineLength) return false;
  if (first.lead === 'standfirst') return true;
  if (!isTitled || first.type !== 'paragraph' || first.lead) return false;
  if (isByline(second)) return true;
  // A file says so by setting it apart: all of it in italics or bold, and the text after it not.
  const isStyled = wordsIn(first.text) >= minStandfirstWords && isAllStyled(first);
  if (isStyled && !isAllStyled(second)) return true;
  // Set right under the title, in a text whose paragraphs are set apart.
  const isSetApart = !second.joined && (others.length === 0 || others.some((draft) => !draft.joined));
  if (first.joined && isSetApart) return true;
  return !endsSentence(first.text) && wordsIn(first.text) >= minStandfirstWords;
}

/** All of its words are set in italics or bold. */
function isAllStyled({ text, spans = [] }: Draft): boolean {
  const styled = spans.filter(({ type }) => type === 'emphasis' || type === 'strong');
  let at = 0;
  for (const { start, end } of styled) if (start <= at) at = Math.max(at, end);
  return at >= text.length;
}

const creditPattern =
  /^(?:(?:lead|cover|top|main) )?(?:photo(?:graph|s|graphs)?|images?|pictures?|illustrations?)(?: credits?)?(?: by\b| courtesy\b|\s*[:：|])/iu;

function isCredit(draft: Draft | undefined): boolean {
  return draft !== undefined && draft.text.length <= maxLineLength && creditPattern.test(draft.text);
}

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

/** The same words, whatever their case, spacing and punctuation. */
function isSame(a: string, b: string): boolean {
  return wordsOnly(a) === wordsOnly(b);
}

function wordsOnly(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu);
  return words ? words.join(' ') : text;
}

function shortened(title: string): string {
  if (title.length <= maxTitleLength) return title;
  const cut = title.slice(0, maxTitleLength - 1).toWellFormed();
  const space = cut.lastIndexOf(' ');
  return `${(space > maxTitleLength / 2 ? cut.slice(0, space) : cut.replace(/\uFFFD$/, '')).trimEnd()}…`;
}
