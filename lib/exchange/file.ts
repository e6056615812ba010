// A file to a reading, whatever its kind. This is work for a worker thread (worker/): a hostile file may take all the
// time and memory that it is given.

import { readDocx } from './archive/docx.ts';
import { readEpub } from './archive/epub.ts';
import { type PageOrigin, readArticle } from './article.ts';
import { kindOf } from './kind.ts';
import { readPdf } from './pdf/pdf.ts';
import { importReading, stemOf } from './reading.ts';
import { type Imported, refuse, sizeOf } from './refusal.ts';

export type FileOptions = {
  /** A hint between text formats, and a title for want of better. */
  fileName?: string;
  /** The title a person typed. */
  title?: string;
  /** The chapter of a book, by the id that an earlier call gave. */
  chapter?: string;
  /** Set where it is a page of the web and not a file that someone chose. */
  page?: PageOrigin;
  limits: FileLimits;
};

/** `bytes` of a text, `fileBytes` of a PDF, Word file or book, `paragraphs` of the reading, `pages` of a PDF. */
export type FileLimits = { bytes: number; fileBytes: number; paragraphs: number; pages: number };

/** `title` is null where the book does not name it. */
export type Chapter = { id: string; title: string | null; words: number };

/** A book of several chapters, one of which has to be chosen. */
export type Chaptered = { ok: true; chapters: Chapter[]; title: string };

export type FileRead = Imported | Chaptered;

/** How far a long file has been read. */
export type Progress = { done: number; of: number };

/** Reads a file by what its bytes are. */
export async function readFile(
  bytes: Uint8Array,
  options: FileOptions,
  onProgress: (progress: Progress) => void = () => {},
): Promise<FileRead> {
  const { limits, fileName, title } = options;
  if (bytes.length > limits.fileBytes) {
    const values = { is: sizeOf(bytes.length), most: sizeOf(limits.fileBytes) };
    return refuse('too-large', { key: 'refusal.fileTooLarge', values });
  }
  const told = kindOf(bytes);
  if (!told.ok) return told;
  const fallbackTitle = stemOf(fileName);
  const settling = {
    ...(title !== undefined && { title }),
    ...(fallbackTitle && { fallbackTitle }),
    maxParagraphs: limits.paragraphs,
  };
  if (options.page && told.kind !== 'pdf' && told.kind !== 'text') {
    return refuse('binary', { key: 'refusal.otherAtAddress' });
  }
  switch (told.kind) {
    case 'docx':
      return readDocx(bytes, settling);
    case 'epub':
      return readEpub(bytes, { ...settling, chapter: options.chapter });
    case 'pdf':
      return readPdf(bytes, {
        ...settling,
        maxPages: limits.pages,
        onProgress: (done, of) => onProgress({ done, of }),
      });
    case 'text':
      if (options.page?.isHtml) return readArticle(bytes, options.page, settling, limits.bytes);
      return importReading(bytes, {
        ...(fileName !== undefined && { fileName }),
        ...(title !== undefined && { title }),
        limits: { bytes: limits.bytes, paragraphs: limits.paragraphs },
      });
  }
}
