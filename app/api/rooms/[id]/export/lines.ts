// A file in lines of JSON, for a page that shows how far it is: `{ progress: { done, of } }` in notes or records, the file
// in pieces `{ part }` (base64), and last `{ written: { name, type } }` or `{ error }`. Once all are in it, the rest is
// packing. Whoever stops reading stops the writing.

import { NotWritten, type Written } from '#lib/exchange/discussions/discussion.ts';
import type { Locale } from '#lib/model/manners.ts';
import { sentenceOf } from '#lib/words/said.ts';
import { linesType } from '../../../respond.ts';

/** So much of the file goes into one piece: a line a note would cost more than the notes. */
const partBytes = 32 * 1024;
/** How often it is told how far the file is: nobody sees a finer bar. */
const steps = 50;

/** The headers of such an answer. */
export const linesHeaders = { 'content-type': linesType, 'x-accel-buffering': 'no' };

export async function* linesOf(
  file: { name: string; type: string },
  locale: Locale,
  write: (onWritten: (count: number) => void) => { parts: Written; count: number },
): AsyncGenerator<string> {
  let done = 0;
  const { parts, count } = write((written) => {
    done = written;
  });
  yield line({ progress: { done, of: count } });
  let told = 0;
  try {
    for await (const piece of inPieces(parts)) {
      if (piece.length > 0) yield line({ part: piece.toString('base64') });
      if (done === count || done - told >= count / steps) {
        told = done;
        yield line({ progress: { done, of: count } });
      }
    }
    yield line({ written: file });
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    yield line({ error: { code: 'too-large', message: sentenceOf(locale, error.said) } });
  }
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** An empty part only says that something was done, and goes on as it is. */
async function* inPieces(parts: Written): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    waiting.push(bytes);
    size += bytes.length;
    if (bytes.length > 0 && size < partBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  yield Buffer.concat(waiting);
}
