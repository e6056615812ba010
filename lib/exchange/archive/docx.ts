// Word to a reading. Mammoth makes HTML of it, and our own HTML reader makes blocks of that, so that one reader decides
// what may come in. Mammoth gets an archive rebuilt from the parts that were judged, and never the file itself.

import { type Zippable, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { SettleOptions } from '../heading.ts';
import { readHtml } from '../html.ts';
import { type Imported, refuse } from '../refusal.ts';
import { openArchive, xmlText } from './unzip.ts';

/** What mammoth needs: markup and relations, no pictures, fonts or embedded files. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[^/]+\.(?:xml|rels)|docProps\/core\.xml)$/;

// Styles of Word, LibreOffice and pandoc that say what a paragraph is; mammoth knows headings, lists and notes itself.
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.standfirst:fresh",
  "p[style-name='Author'] => p.byline:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Footnote Block Text'] => p:fresh",
  "p[style-name='Footnote Text'] => p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "r[style-name='Emphasis'] => em",
];

/** The HTML reader leaves pictures out and says so; their bytes were never taken along. */
const noPicture = mammoth.images.imgElement(async () => ({ src: '' }));

/** A .docx to a reading; its footnotes and endnotes are kept as footnotes. */
export async function readDocx(bytes: Uint8Array, options: Omit<SettleOptions, 'tally'>): Promise<Imported> {
  const archive = openArchive(bytes, (name) => wanted.test(name));
  if (!archive.ok) return archive;
  const rebuilt: Zippable = {};
  for (const [name, part] of archive.parts) {
    const xml = xmlText(part);
    if (!xml.ok) return xml;
    rebuilt[name] = [part, { level: 0 }];
  }
  const html = await htmlOf(zipSync(rebuilt));
  if (html === undefined) return refuse('broken', { key: 'refusal.wordDamaged' });
  return readHtml(html, { ...options, report: [...(options.report ?? []), ...archive.report] });
}

async function htmlOf(archive: Uint8Array): Promise<string | undefined> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(archive) },
      { styleMap, convertImage: noPicture, includeEmbeddedStyleMap: false, externalFileAccess: false },
    );
    return value;
  } catch {
    return undefined; // mammoth throws on whatever it did not expect
  }
}
