// The thread in which a file is read, or cards or a discussion are written to one. It gets one job, tells how far it is,
// answers once, and ends.

import { parentPort, workerData } from 'node:worker_threads';
import { readCards } from '../cards/arriving/word-in.ts';
import { writeCards } from '../cards/word-out.ts';
import { readArchive } from '../discussions/archive-in.ts';
import { wordFile } from '../discussions/word-file.ts';
import { readFile } from '../file.ts';
import type { AnyJob, Message } from './read-apart.ts';

const job = workerData as AnyJob;

function tell(message: Message): void {
  parentPort?.postMessage(message);
}

tell({ read: await done() });

async function done() {
  if ('leaving' in job) return writeCards(job.leaving);
  if ('threads' in job) {
    const of = job.threads.sayings.length;
    return wordFile(job.threads, (written) => tell({ progress: { done: written, of } }));
  }
  if ('archive' in job) return readArchive(job.archive);
  if ('cards' in job) return readCards(job.bytes, job.cards);
  return readFile(job.bytes, job.options, (progress) => tell({ progress }));
}
