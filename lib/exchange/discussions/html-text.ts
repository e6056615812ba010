// The text of an HTML page of a discussion: its paragraphs, lists and footnotes with their emphasis and links, each passage
// marked, and after its last word the number of its thread. Escaping is here alone.

import type { Ref } from '#lib/model/record.ts';
import { withRepeats } from '#lib/model/text/footnotes.ts';
import { segmentsOf } from '#lib/model/text/segment.ts';
import { type Block, isSafeHref, pageTurns, type Range, type Span, startsOf } from '#lib/model/text/text.ts';
import type { Saying } from './discussion.ts';

/** The blocks one after the other, neighbouring items as one list. */
export function* blocksOf(bare: readonly Block[], sayings: readonly Saying[]): Generator<string> {
  const blocks = withRepeats(bare);
  const starts = startsOf(blocks);
  const passages = passagesOf(sayings);
  const ends = endsOf(sayings);
  const pages = pageTurns(blocks);
  let first = 0;
  let list: 'ul' | 'ol' | undefined;
  for (const [i, block] of blocks.entries()) {
    const from = starts[i] ?? 0;
    while ((passages[first]?.end ?? Number.POSITIVE_INFINITY) <= from) first++;
    const inside = openingOf(block, pages[i]) + wordsOf(block, from, { passages, first, ends });
    const next = listOf(block);
    if (list && list !== next) yield `</${list}>\n`;
    if (next && list !== next) yield `<${next}>\n`;
    list = next;
    yield elementOf(block, inside);
  }
  if (list) yield `</${list}>\n`;
}

/** What is marked, as stretches that do not overlap, in order. */
function passagesOf(sayings: readonly Saying[]): Range[] {
  return segmentsOf(
    sayings.flatMap(({ passage, ref }) =>
      passage?.start === undefined || passage.end === undefined
        ? []
        : [{ ref, start: passage.start, end: passage.end }],
    ),
  );
}

function listOf({ type, ordered }: Block): 'ul' | 'ol' | undefined {
  if (type !== 'item') return undefined;
  return ordered ? 'ol' : 'ul';
}

function elementOf({ id, type, level }: Block, inside: string): string {
  const tag = {
    heading: `h${level ?? 2}`,
    quotation: 'blockquote',
    item: 'li',
    caption: 'p',
    footnote: 'p',
    paragraph: 'p',
  }[type];
  return `<${tag}${type === 'footnote' ? ` id="${attribute(id)}"` : ''} dir="auto">${inside}</${tag}>\n`;
}

/** What stands before a block's words: the page that begins there, and a footnote's mark, which leads back. */
function openingOf({ id, mark }: Block, page: string | undefined): string {
  const turn = page === undefined ? '' : `<small role="doc-pagebreak">p. ${text(page)}</small> `;
  return mark === undefined
    ? turn
    : `${turn}<sup><a href="#${attribute(id)}-mark" role="doc-backlink">${text(mark)}</a></sup> `;
}

/** `first` is the first passage that does not end before the block begins. */
type Marked = { passages: readonly Range[]; first: number; ends: ReadonlyMap<number, Saying[]> };

/** A block's words: passages marked, and in each piece what the author set apart. `from` is where the block begins. */
function wordsOf(block: Block, from: number, { passages, first, ends }: Marked): string {
  const to = from + block.text.length;
  let html = '';
  let at = from;
  for (let p = first; p < passages.length; p++) {
    const passage = passages[p];
    if (!passage || passage.start >= to) break;
    const [start, end] = [Math.max(passage.start, from), Math.min(passage.end, to)];
    html += pieces(block, at - from, start - from);
    html += `<mark>${pieces(block, start - from, end - from)}</mark>`;
    html += notesAt(passage.end <= to ? ends.get(passage.end) : undefined);
    at = end;
  }
  return html + pieces(block, at - from, to - from);
}

/** A stretch of a block, cut where a span begins or ends; each piece is wrapped in all that cover it. */
function pieces({ text: words, spans = [] }: Block, start: number, end: number): string {
  const edges = spans.flatMap((span) => [span.start, span.end]).filter((at) => at > start && at < end);
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((at, i) => {
      const until = cuts[i + 1] ?? end;
      const covering = spans.filter((span) => span.start <= at && span.end >= until);
      // A link does not stand in another: a footnote's mark goes before.
      const isNote = covering.some(({ type }) => type === 'note');
      const shown = isNote ? covering.filter(({ type }) => type !== 'link') : covering;
      return shown.reduce(
        (html, span) => wrapped(html, span, span.start === at),
        text(words.slice(at, until)),
      );
    })
    .join('');
}

function wrapped(html: string, span: Span, isStart: boolean): string {
  switch (span.type) {
    case 'strong':
      return `<strong>${html}</strong>`;
    case 'emphasis':
      return `<em>${html}</em>`;
    case 'link':
      return isSafeHref(span.href) ? anchor(span.href, html) : html;
    case 'note': {
      const id = isStart && !span.again ? ` id="${attribute(span.to)}-mark"` : '';
      return `<sup><a href="#${attribute(span.to)}"${id} role="doc-noteref">${html}</a></sup>`;
    }
  }
}

function endsOf(sayings: readonly Saying[]): Map<number, Saying[]> {
  const ends = new Map<number, Saying[]>();
  for (const saying of sayings) {
    const end = saying.passage?.end;
    if (end !== undefined) ends.set(end, [...(ends.get(end) ?? []), saying]);
  }
  return ends;
}

function notesAt(sayings: readonly Saying[] | undefined): string {
  return (sayings ?? [])
    .map(
      ({ number, ref }) =>
        `<sup><a href="#${attribute(idOf(ref))}" aria-label="Note ${number}">${number}</a></sup>`,
    )
    .join('');
}

/** A link out; whatever it leads to learns nothing of this page. */
export function anchor(href: string, html: string): string {
  return `<a href="${attribute(href)}" rel="noopener noreferrer nofollow ugc">${html}</a>`;
}

/** The id of a note's element; no block is called so. */
export function idOf(ref: Ref): string {
  return `p-${ref.replace(/[^A-Za-z0-9_-]/g, (sign) => `.${sign.charCodeAt(0).toString(16)}`)}`;
}

/** Words as HTML text. */
export function text(raw: string): string {
  return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Words as an attribute in double quotes. */
export function attribute(raw: string): string {
  return text(raw).replaceAll('"', '&quot;');
}
