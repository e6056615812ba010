// The thread in which a file is read. It gets one file, tells how far it is, answers once, and ends.

import { parentPort, workerData } from 'node:worker_threads';
import { readCards } from '../cards/arriving/word-in.ts';
import { readFile } from '../file.ts';
import type { CardsJob, Job, Message } from './read-apart.ts';

const job = workerData as Job | CardsJob;

function tell(message: Message): void {
  parentPort?.postMessage(message);
}

tell({
  read:
    'cards' in job
      ? readCards(job.bytes, job.cards)
      : await readFile(job.bytes, job.options, (progress) => tell({ progress })),
});
