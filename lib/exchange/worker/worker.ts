// The thread in which a file is read. It gets one file, tells how far it is, answers once, and ends.

import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from '../file.ts';
import type { Job, Message } from './read-apart.ts';

const { bytes, options } = workerData as Job;

function tell(message: Message): void {
  parentPort?.postMessage(message);
}

const read = await readFile(bytes, options, (progress) => tell({ progress }));
tell({ read });
