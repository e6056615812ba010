// Drafts: what a format makes of a file before title, standfirst, byline and credit are told from the text.
// The writer gathers inline text and keeps its spans where their words are.

import { type Block, isSafeHref, type Span } from '#lib/model/text/text.ts';
import { canonical, type Tally } from './canonical.ts';

/** A block on its way in. */
export type Draft = Omit<Block, 'id'> & {
  /** What the source's own markup says it is. */
  lead?: 'title' | 'standfirst' | 'byline';
  /** Plain text only: no empty line stands between this and the draft before. */
  joined?: boolean;
  /** Footnotes only: what the source calls it. Spans of type `note` name it so until blocks have their ids. */
  key?: string;
};

export type Shape = Omit<Draft, 'text' | 'spans'>;
/** What opens a span: its type, and where a link or a footnote's mark leads. */
export type SpanKind =
  | { type: 'emphasis' | 'strong' }
  | { type: 'link'; href: string }
  | { type: 'note'; to: string };

type OpenSpan = SpanKind & { start: number };

/** Gathers inline text into drafts. Whitespace is collapsed as browsers do; no-break spaces stay. */
export class DraftWriter {
  readonly drafts: Draft[] = [];
  readonly #tally: Tally;
  #parts: string[] = [];
  #length = 0;
  #endsOpen = false;
  #open: OpenSpan[] = [];
  #spans: Span[] = [];

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  /** Adds inline text; line breaks and tabs in it count as spaces. */
  text(chunk: string): void {
    const collapsed = canonical(chunk, this.#tally).replace(/[ \t\n]+/g, ' ');
    const text = this.#endsOpen ? collapsed : collapsed.replace(/^ /, '');
    if (text === '') return;
    if (joining.test(text)) this.#compose(text);
    else {
      this.#parts.push(text);
      this.#length += text.length;
    }
    this.#endsOpen = !text.endsWith(' ');
  }

  /** Adds text whose first letter may combine with the last one, as `e</b>&#x301;` does. */
  #compose(text: string): void {
    const last = this.#parts.pop() ?? '';
    const tail = last.slice(-combiningLength);
    const composed = (tail + text).normalize('NFC');
    // Apart, so that the next letter to combine finds a short part again.
    this.#parts.push(last.slice(0, last.length - tail.length), composed);
    this.#length += composed.length - tail.length;
  }

  open(kind: SpanKind): void {
    this.#open.push({ ...kind, start: this.#length });
  }

  /** Ends the span opened last. */
  close(): void {
    const span = this.#open.pop();
    if (span) this.#spans.push({ ...span, end: this.#length });
  }

  /** Ends the block; without words in it there is none. Spans still open go on in the next one. */
  flush(shape: Shape): void {
    const ended = this.#open.map((span) => ({ ...span, end: this.#length }));
    const draft = trimmed(this.#parts.join(''), [...this.#spans, ...ended]);
    if (draft.text !== '') this.drafts.push({ ...shape, ...draft });
    this.#parts = [];
    this.#length = 0;
    this.#endsOpen = false;
    this.#spans = [];
    for (const span of this.#open) span.start = 0;
  }
}

// Marks, and the Korean vowels and finals that make one syllable with what stands before.
const joining = /^[\p{M}\u1160-\u11FF]/u;
/** A letter with all its marks is shorter than this in any language. */
const combiningLength = 32;

/** Trims a block's text and keeps its spans inside it. */
function trimmed(raw: string, spans: readonly Span[]): Pick<Draft, 'text' | 'spans'> {
  const lead = raw.length - raw.trimStart().length;
  const text = raw.trim().normalize('NFC');
  const place = (at: number) => Math.min(Math.max(at - lead, 0), text.length);
  const kept = spans
    .map((span) => ({ ...span, start: place(span.start), end: place(span.end) }))
    .filter((span) => span.start < span.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { text, ...(kept.length > 0 && { spans: kept }) };
}

/** A link's address in its normal form, if it may be followed from a reading. */
export function safeHref(href: string): string | undefined {
  return isSafeHref(href) ? new URL(href).href : undefined;
}
