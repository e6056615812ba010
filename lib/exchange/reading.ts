// The one way in: a file's bytes or a pasted text to a reading. Decides which of our text formats it is; each format
// then has its own file.

import { acceptText, decode } from './decode.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import type { Imported } from './refusal.ts';

type ImportOptions = {
  /** A hint between plain text and Markdown, and a title for want of better. Never trusted for what the bytes are. */
  fileName?: string;
  /** The title a person typed; it wins over any found in the text. */
  title?: string;
  /** `bytes` of the file (or of the text in UTF-8), `paragraphs` of the reading. */
  limits: { bytes: number; paragraphs: number };
};

/**
 * Reads a text into blocks.
 * @returns the reading with a report of what was changed or left out, or a refusal with words for people.
 */
export function importReading(source: Uint8Array | string, options: ImportOptions): Imported {
  const { bytes, paragraphs } = options.limits;
  const decoded = typeof source === 'string' ? acceptText(source, bytes) : decode(source, bytes);
  if (!decoded.ok) return decoded;
  const fallbackTitle = stemOf(options.fileName);
  const settling = {
    ...(options.title !== undefined && { title: options.title }),
    ...(fallbackTitle && { fallbackTitle }),
    maxParagraphs: paragraphs,
    report: decoded.report,
  };
  return readers[formatOf(decoded.text, options.fileName)](decoded.text, settling);
}

const readers = { plain: readPlainText, markdown: readMarkdown, html: readHtml };

const htmlStart =
  /^\s*(?:<!--(?:(?!-->)[\s\S]){0,4000}-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|header|div|h[1-6]|p)\b/i;
const anyTag = /<[a-z][a-z0-9]*(?:\s[^<>]*)?>/i;
const markdownStart = /^\s*(?:# \S|---\n[\w-]+:)/;

/** Which of our formats a text is written in: by its content first, by its name only where the content leaves it open. */
function formatOf(text: string, fileName = ''): keyof typeof readers {
  if (htmlStart.test(text)) return 'html';
  if (/\.x?html?$/i.test(fileName) && anyTag.test(text)) return 'html';
  if (/\.(?:md|markdown|mdown)$/i.test(fileName)) return 'markdown';
  if (/\.txt$/i.test(fileName)) return 'plain';
  return markdownStart.test(text) ? 'markdown' : 'plain';
}

/** A file's name without folder and extension, as a title of last resort. */
export function stemOf(fileName = ''): string {
  const name = fileName.split(/[\\/]/).at(-1) ?? '';
  return name
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
}
