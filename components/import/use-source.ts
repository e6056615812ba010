// Handing a text to the server and getting its preview: with progress, a way to cancel, and the chapters of a book
// where one has to be chosen first.

import { useRef, useState } from 'react';
import * as v from 'valibot';
import { sendForLines } from '#components/ui/form/request.ts';
import { type Book, bookSchema, type Preview, previewSchema } from './preview.ts';

const progressLine = v.object({ progress: v.object({ done: v.number(), of: v.number() }) });
const answerLine = v.object({ preview: v.union([bookSchema, previewSchema]) });

/** What is being read, by its name unless it was pasted, and how far. */
export type Reading = { what: string | null; done?: number; of?: number };

export function useSource(onPreview: (preview: Preview) => void) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [book, setBook] = useState<{ file: File; contents: Book } | null>(null);
  const abort = useRef<AbortController>(null);

  const read = async (what: string | null, body: unknown, file?: File) => {
    abort.current = new AbortController();
    setProblem(null);
    setReading({ what });
    const answer = await sendForLines(
      '/readings/preview',
      { line: progressLine, answer: answerLine },
      ({ progress }) => setReading({ what, ...progress }),
      { body, signal: abort.current.signal },
    );
    setReading(null);
    if (!answer.ok) {
      if (answer.problem.code !== 'cancelled') setProblem(answer.problem.message);
      return;
    }
    const { preview } = answer.value;
    if ('blocks' in preview) onPreview(preview);
    else if (file) setBook({ file, contents: preview });
  };
  const readFile = (file: File, chapter?: string) => {
    const form = new FormData();
    form.set('file', file);
    if (chapter !== undefined) form.set('chapter', chapter);
    void read(file.name, form, file);
  };
  return {
    reading,
    problem,
    book,
    refuse: setProblem,
    cancel: () => abort.current?.abort(),
    readText: (text: string) => void read(null, { text }),
    readAddress: (url: string) => {
      setBook(null);
      void read(siteOf(url), { url });
    },
    readFile: (file: File) => {
      setBook(null);
      readFile(file);
    },
    readChapter: (chapter: string) => book && readFile(book.file, chapter),
    closeBook: () => setBook(null),
  };
}

/** The site as people know it; what is no address yet is shown as it was typed. */
function siteOf(url: string): string {
  return URL.parse(url)?.hostname || url;
}
