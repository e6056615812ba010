// E-books to a reading: the spine says in which order a book's pages are read, its table of contents what they are
// called. A book is brought in by the chapter; each goes through our own HTML reader.

import { parse } from 'parse5';
import type { Chapter, Chaptered } from '../file.ts';
import type { SettleOptions } from '../heading.ts';
import { draftsOfHtml, readHtml } from '../html.ts';
import { attribute, type Element, elementsOf, wordsOf } from '../html-tree.ts';
import { type Imported, type Refused, refuse } from '../refusal.ts';
import { type Archive, openArchive, xmlText } from './unzip.ts';

export type EpubOptions = Omit<SettleOptions, 'tally'> & {
  /** The id of one of its chapters; without it a book of several is answered with their list. */
  chapter?: string | undefined;
};

const isText = /\.(?:x?html?|xml|opf|ncx)$/i;
/** A page with fewer words is a cover, a half-title or a divider. */
const minWords = 30;

type Book = { title: string; author: string; chapters: (Chapter & { html: string })[] };

/** An EPUB's chapters, or one of them as a reading. */
export function readEpub(bytes: Uint8Array, options: EpubOptions): Imported | Chaptered {
  const archive = openArchive(bytes, (name) => isText.test(name));
  if (!archive.ok) return archive;
  if (archive.names.includes('META-INF/encryption.xml') && isLocked(archive))
    return refuse('encrypted', { key: 'refusal.bookLocked' });
  const book = bookOf(archive);
  if ('reason' in book) return book;
  const [only, ...others] = book.chapters;
  if (!only) return refuse('empty', { key: 'refusal.bookEmpty' });
  const { chapter, ...settling } = options;
  if (chapter === undefined && others.length > 0) {
    const chapters = book.chapters.map(({ id, title, words }) => ({ id, title, words }));
    return { ok: true, chapters, title: book.title };
  }
  const chosen = chapter === undefined ? only : book.chapters.find(({ id }) => id === chapter);
  if (!chosen) return refuse('chapter-needed', { key: 'refusal.noSuchChapter' });
  const fallbackTitle = (chosen.title ?? book.title) || options.fallbackTitle;
  const stated = { ...(book.author && { byline: book.author }), ...(book.title && { source: book.title }) };
  return readHtml(withoutPageTitle(chosen.html), {
    ...settling,
    ...(fallbackTitle && { fallbackTitle }),
    stated,
    report: archive.report,
  });
}

/** A page of a book is titled like the book, or like its file: the table of contents knows better. */
function withoutPageTitle(html: string): string {
  return html.replace(/<title\b[^>]*>[\s\S]*?<\/title\s*>|<title\b[^>]*\/>/i, '');
}

/** Fonts are often disguised, and that is all right; texts that are encrypted cannot be read. */
function isLocked(archive: Archive): boolean {
  const read = xml(archive, 'META-INF/encryption.xml');
  return (
    read.ok && named(read.elements, 'cipherreference').some((item) => isText.test(attribute(item, 'uri')))
  );
}

function bookOf(archive: Archive): Book | Refused {
  const container = xml(archive, 'META-INF/container.xml');
  if (!container.ok) return container;
  const [rootfile] = named(container.elements, 'rootfile');
  const path = attribute(rootfile ?? noElement, 'full-path');
  const opf = xml(archive, path);
  if (!opf.ok) return opf;
  const items = new Map(named(opf.elements, 'item').map((item) => [attribute(item, 'id'), item]));
  const titles = titlesOf(archive, path, [...items.values()]);
  if (!(titles instanceof Map)) return titles;
  const chapters: Book['chapters'] = [];
  for (const ref of named(opf.elements, 'itemref')) {
    const item = items.get(attribute(ref, 'idref'));
    const name = item && resolve(path, attribute(item, 'href'));
    if (!name || attribute(item, 'properties').split(' ').includes('nav')) continue;
    const page = xml(archive, name);
    if (!page.ok && page.reason === 'hostile') return page;
    if (!page.ok) continue;
    const words = wordCount(page.text);
    const known = titles.get(name) ?? headingOf(page.elements);
    if (words < minWords) continue;
    chapters.push({ id: String(chapters.length + 1), title: known || null, words, html: page.text });
  }
  return { title: textOf(opf.elements, 'dc:title'), author: textOf(opf.elements, 'dc:creator'), chapters };
}

/** What the table of contents calls each page: EPUB 3 has it as a page, EPUB 2 as an ncx file. */
function titlesOf(archive: Archive, opf: string, items: readonly Element[]): Map<string, string> | Refused {
  const titles = new Map<string, string>();
  const nav = items.find((item) => attribute(item, 'properties').split(' ').includes('nav'));
  const ncx = items.find((item) => attribute(item, 'media-type') === 'application/x-dtbncx+xml');
  const item = nav ?? ncx;
  const name = item && resolve(opf, attribute(item, 'href'));
  const read = name ? xml(archive, name) : undefined;
  if (!name || !read?.ok) return read && !read.ok && read.reason === 'hostile' ? read : titles;
  const put = (href: string, words: string) => {
    const page = resolve(name, href);
    if (page && words.trim() && !titles.has(page)) titles.set(page, words.replace(/\s+/g, ' ').trim());
  };
  if (nav) for (const link of named(read.elements, 'a')) put(attribute(link, 'href'), wordsOf(link));
  else
    for (const point of named(read.elements, 'navpoint')) {
      const inside = elementsOf(point);
      put(attribute(named(inside, 'content')[0] ?? noElement, 'src'), textOf(inside, 'text'));
    }
  return titles;
}

const noElement = { attrs: [] as { name: string; value: string }[] } as unknown as Element;

function xml(archive: Archive, name: string): { ok: true; text: string; elements: Element[] } | Refused {
  const part = archive.parts.get(name);
  if (!part) return refuse('broken', { key: 'refusal.bookDamaged' });
  const read = xmlText(part);
  if (!read.ok) return read;
  // XHTML and package files differ from HTML in empty elements, which would swallow what follows them.
  const text = read.text
    .replace(/^\s*<\?xml[^>]*\?>/, '')
    .replace(/<((?:[a-z]+:)?[a-z]\w*)((?:\s[^<>]*?)?)\/>/gi, (whole, tag: string, rest: string) =>
      voids.has(tag.toLowerCase()) ? whole : `<${tag}${rest}></${tag}>`,
    );
  return { ok: true, text, elements: elementsOf(parse(text)) };
}

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

function named(elements: readonly Element[], tag: string): Element[] {
  return elements.filter(({ tagName }) => tagName === tag || tagName.endsWith(`:${tag}`));
}

function textOf(elements: readonly Element[], tag: string): string {
  const [found] = named(elements, tag);
  return found ? wordsOf(found).replace(/\s+/g, ' ').trim() : '';
}

function headingOf(elements: readonly Element[]): string {
  const heading = elements.find(({ tagName }) => /^h[1-3]$/.test(tagName));
  return heading ? wordsOf(heading).replace(/\s+/g, ' ').trim() : '';
}

function wordCount(html: string): number {
  const read = draftsOfHtml(html, new Map());
  const texts = read.ok ? read.drafts.map(({ text }) => text) : [];
  return texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
}

/** A link's path inside the archive, from the file it stands in; undefined where it leads out. */
function resolve(from: string, href: string): string | undefined {
  const base = new URL(from, 'epub://book/');
  const url = URL.parse(href, base);
  if (url === null || url.host !== 'book') return undefined;
  try {
    return decodeURIComponent(url.pathname.slice(1));
  } catch {
    return undefined; // not a path at all
  }
}
