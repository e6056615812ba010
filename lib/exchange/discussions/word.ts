// A discussion as a Word file, out only: what it cannot carry, and the file (word-file.ts) as another thread writes it.

import { writeWordApart } from '../worker/read-apart.ts';
import { NotWritten, sayingsOf, unheard, type Writer } from './discussion.ts';
import { reportOf } from './report.ts';
import type { Threads } from './word-file.ts';

/** How often whoever waits for the file hears that it is being written, and is asked whether they still want it. */
const beatMs = 250;

export const writeWord: Writer = (discussion, onWritten = unheard) => {
  const sayings = sayingsOf(discussion);
  const report = reportOf(discussion, sayings, [
    'lost.links.oneComment',
    'lost.edits.all',
    'lost.reactions.inComment',
    'lost.rulings.outcomeMarked',
    'lost.wordless.asComments',
  ]);
  const deep = sayings.filter(({ level }) => level > 1).length;
  if (deep > 0) report.push({ key: 'lost.deepAnswers', values: { count: deep } });
  const threads = { title: discussion.room.title, reading: discussion.reading, sayings };
  return { parts: bytesOf(threads, onWritten), report, count: sayings.length };
};

/**
 * One file: its parts refer to each other, so none is ready before the last. The empty ones before it only say that it is
 * on its way; whoever takes no more of them ends the thread.
 */
async function* bytesOf(threads: Threads, onWritten: (count: number) => void): AsyncGenerator<Uint8Array> {
  const stop = new AbortController();
  const writing = writeWordApart(threads, {
    signal: stop.signal,
    onProgress: ({ done }) => onWritten(done),
  });
  try {
    for (;;) {
      const file = await Promise.race([writing, nextBeat()]);
      if (file instanceof Uint8Array) {
        yield file;
        return;
      }
      if (file !== beat) throw new NotWritten({ key: 'lost.tooMuchForWord' });
      yield new Uint8Array();
    }
  } finally {
    stop.abort();
  }
}

const beat = Symbol('beat');

function nextBeat(): Promise<typeof beat> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(beat), beatMs);
  });
}
