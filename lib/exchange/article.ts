// A page of the web to a reading: its article is found by Readability, which gives markup, and that markup is read by our
// own HTML reader as any other page is. So nothing of the site's markup is kept, and an article that is not found costs
// no more than the site's menus in the preview. Work for the thread of worker/.

import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Heading } from '#lib/model/text/text.ts';
import { maxHeadingLengths } from '#lib/model/text/text.ts';
import type { Said } from '#lib/words/said.ts';
import { acceptText, decode } from './decode.ts';
import type { SettleOptions } from './heading.ts';
import { readHtml } from './html.ts';
import type { Imported } from './refusal.ts';

/** Where a page came from, and what its server said of its letters. */
export type PageOrigin = { address: string; isHtml: boolean; charset?: string };

type Settling = Omit<SettleOptions, 'tally' | 'stated' | 'report'>;

/** Readability looks at each element many times. */
const maxElements = 50_000;
/** Its time grows with the square of how deep a page nests; pages that people write stay far below this. */
const maxDepth = 500;
/** In UTF-16 units: with fewer, what was found is a teaser or a notice rather than an article. */
const minArticleLength = 250;

/** A fetched web page to a reading, with its byline and the address it came from. */
export function readArticle(
  bytes: Uint8Array,
  origin: PageOrigin,
  settling: Settling,
  maxBytes: number,
): Imported {
  const decoded = decodePage(bytes, origin.charset, maxBytes);
  if (!decoded.ok) return decoded;
  const found = articleIn(decoded.text, origin.address);
  const stated = { ...found?.stated, source: origin.address };
  const taken: Said = { key: found ? 'remark.article' : 'remark.wholePage' };
  const report = [...decoded.report, taken];
  const read = readHtml(found?.markup ?? decoded.text, { ...settling, stated, report });
  // What Readability finds may hold no words for us, such as a form; the page itself may.
  if (read.ok || !found || read.reason !== 'empty') return read;
  return readHtml(decoded.text, { ...settling, stated: { source: origin.address }, report: decoded.report });
}

type Article = { markup: string; stated: Partial<Heading> };

function articleIn(html: string, address: string): Article | undefined {
  try {
    const { document } = parseHTML(html);
    if (isDeeperThan(maxDepth, document.documentElement)) return undefined;
    resolveLinks(document, address);
    const options = { maxElemsToParse: maxElements, keepClasses: true };
    const article = new Readability(document, options).parse();
    if (!article?.content || (article.textContent ?? '').trim().length < minArticleLength) return undefined;
    return {
      markup: article.content,
      stated: { ...line('title', article.title), ...line('byline', article.byline) },
    };
  } catch {
    // Too many elements, nested too deeply, or a page these libraries stumble over: our own reader takes it whole.
    return undefined;
  }
}

function isDeeperThan(limit: number, root: Element): boolean {
  let level: Element[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((element) => [...element.children]);
  }
  return false;
}

/** Links that are written from where the page stood lead nowhere from a reading. */
function resolveLinks(document: Document, address: string): void {
  const base =
    URL.parse(document.querySelector('base')?.getAttribute('href') ?? '', address)?.href ?? address;
  for (const link of document.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    // A mark that leads to its footnote stays within the page.
    if (!href.startsWith('#')) link.setAttribute('href', URL.parse(href, base)?.href ?? '');
  }
}

function line(name: 'title' | 'byline', found: string | null | undefined): Partial<Heading> {
  const text = found?.replace(/\s+/g, ' ').trim() ?? '';
  return text === '' || text.length > maxHeadingLengths[name] ? {} : { [name]: text };
}

// In bytes: the standard has browsers look this far for a page's own word on its letters.
const declarationBytes = 1024;

/** Letters as the server, else the page says; what it says wrongly, or not at all, is told as for any file. */
function decodePage(bytes: Uint8Array, charset: string | undefined, maxBytes: number) {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, declarationBytes));
  const label = charset ?? /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1];
  const text = label === undefined ? undefined : decodedAs(label, bytes);
  return text === undefined ? decode(bytes, maxBytes) : acceptText(text, maxBytes);
}

function decodedAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // no such encoding, or not in it
  }
}
