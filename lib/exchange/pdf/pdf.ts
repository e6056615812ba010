// PDF to a reading, by pdf.js. Where the file is tagged its own structure gives the order; else columns and paragraphs
// are found by where the letters stand. Pictures, forms and scripts are never looked at.

import { getDocumentProxy } from 'unpdf';
import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Said } from '#lib/words/said.ts';
import { canonical, type Tally } from '../canonical.ts';
import { type SettleOptions, settle } from '../heading.ts';
import { type Found, type Imported, type Refused, refuse } from '../refusal.ts';
import { draftsOf, isUnderTitle, type Shaped, shapes } from './drafts.ts';
import { withoutEdges } from './edges.ts';
import { linesOf } from './lines.ts';
import { endOfSentence, measure, paragraphsOf } from './paragraphs.ts';
import { type PageRuns, runsOf } from './runs.ts';
import { minTaggedShare, type Tagged, taggedBlocks } from './tagged.ts';

export type PdfOptions = Omit<SettleOptions, 'tally'> & {
  maxPages: number;
  onProgress?: (done: number, of: number) => void;
};

/** Fewer letters a page than this are a stamp on a picture, not a text. */
const minLettersPerPage = 20;

/** A PDF to a reading; each block names the page on which it begins. */
export async function readPdf(bytes: Uint8Array, options: PdfOptions): Promise<Imported> {
  const opened = await open(bytes);
  if (!opened.ok) return opened;
  try {
    return await readDocument(opened.document, options);
  } catch {
    return broken(); // pdf.js throws many kinds of errors on damaged pages
  } finally {
    await opened.document.destroy();
  }
}

async function open(bytes: Uint8Array): Promise<{ ok: true; document: PDFDocumentProxy } | Refused> {
  try {
    // pdf.js takes the buffer away from whoever gives it.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      maxImageSize: 0,
      verbosity: 0,
    });
    return { ok: true, document };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      return refuse('encrypted', { key: 'refusal.pdfLocked' });
    return broken();
  }
}

function broken(): Refused {
  return refuse('broken', { key: 'refusal.pdfDamaged' });
}

async function readDocument(document: PDFDocumentProxy, options: PdfOptions): Promise<Imported> {
  const { numPages } = document;
  if (numPages > options.maxPages) {
    const values = { count: numPages, most: options.maxPages };
    return refuse('too-many-pages', { key: 'refusal.tooManyPages', values });
  }
  const pages: PageRuns[] = [];
  const blocks: Tagged[] = [];
  for (let number = 1; number <= numPages; number++) {
    const page = await document.getPage(number);
    const runs = await runsOf(page);
    pages.push(runs);
    const tree = await page.getStructTree();
    if (tree) blocks.push(...taggedBlocks(tree, runs));
    page.cleanup();
    options.onProgress?.(number, numPages);
  }
  const letters = pages.map(({ runs }) => runs.reduce((sum, { text }) => sum + text.length, 0));
  const total = letters.reduce((a, b) => a + b, 0);
  if (total < minLettersPerPage * numPages && total < 500) return scanned();
  const { pages: trimmed, dropped, names } = withoutEdges(pages, await document.getPageLabels());
  const left = trimmed.reduce((sum, { runs }) => sum + runs.reduce((n, { text }) => n + text.length, 0), 0);
  const named = blocks.reduce((sum, { lines }) => sum + lines.reduce((n, { text }) => n + text.length, 0), 0);
  const shaped = named >= minTaggedShare * left ? fromTags(blocks) : fromLetters(trimmed);
  const tally: Tally = new Map();
  const report = [...(options.report ?? []), ...reportOf(dropped, letters, names)];
  const found = foundOn(pages, names);
  return settle(draftsOf(shaped, names, tally), { ...options, tally, report, found });
}

/** Each page line by line, as it is printed, with its running head and its number. */
function foundOn(pages: readonly PageRuns[], names: readonly string[]): Found[] {
  const lines = linesOf(pages);
  return pages.map(({ index }) => {
    const text = lines.flatMap((line) => (line.page === index ? [line.text] : [])).join('\n');
    return { text: canonical(text, new Map()), page: names[index] ?? String(index + 1) };
  });
}

function scanned(): Refused {
  return refuse('scanned', { key: 'refusal.scanned' });
}

function reportOf(dropped: number, letters: readonly number[], names: readonly string[]): Said[] {
  const empty = names.filter((_, index) => letters[index] === 0);
  const shown = empty.slice(0, 10).join(', ') + (empty.length > 10 ? ' …' : '');
  const report: Said[] = [];
  if (dropped > 0) report.push({ key: 'remark.edges', values: { count: dropped } });
  if (empty.length > 0)
    report.push({ key: 'remark.emptyPages', values: { count: empty.length, pages: shown } });
  return report;
}

function fromLetters(pages: readonly PageRuns[]): Shaped[] {
  const lines = linesOf(pages);
  const measures = measure(lines);
  return shapes(paragraphsOf(lines, measures), measures);
}

function fromTags(blocks: readonly Tagged[]): Shaped[] {
  const isTitled = { value: false };
  const shaped: { lines: Tagged['lines']; role: Shaped['role'] }[] = [];
  for (const { role, lines } of blocks) {
    const last = shaped.at(-1);
    const [before, first] = [last?.lines.at(-1), lines[0]];
    const isSplit = before && first && before.page !== first.page && !endOfSentence.test(before.text);
    const own = roleOfTag(role, isTitled);
    if (isSplit && last?.role.type === own.type && own.type !== 'heading') last.lines.push(...lines);
    else shaped.push({ lines: [...lines], role: own });
  }
  const measures = measure(shaped.flatMap(({ lines }) => lines));
  const under = shaped[shaped.findIndex(({ role }) => role.lead === 'title') + 1];
  // No tag says so: the type does.
  if (isTitled.value && under?.role.type === 'paragraph' && isUnderTitle(under, measures))
    under.role = { ...under.role, lead: 'standfirst' };
  return shaped;
}

function roleOfTag(tag: string, isTitled: { value: boolean }): Shaped['role'] {
  const level = /^H([1-6])$/.exec(tag)?.[1];
  if (tag === 'Title' || (level === '1' && !isTitled.value)) {
    isTitled.value = true;
    return { type: 'heading', level: 2, lead: 'title' };
  }
  if (level || tag === 'H') return { type: 'heading', level: Math.min(Math.max(Number(level ?? 2), 2), 4) };
  if (tag === 'LI' || tag === 'LBody') return { type: 'item' };
  if (tag === 'BlockQuote') return { type: 'quotation' };
  return { type: tag === 'Caption' ? 'caption' : 'paragraph' };
}
