// What the process counts for Prometheus: counts and times only, nothing about who or what. Kept in one registry, which
// door/metrics-port.ts serves.

import { Counter, Histogram, Registry } from 'prom-client';

export const registry = new Registry();
const registers = [registry];

export const framesIn = new Counter({
  name: 'counterpoint_frames_in_total',
  help: 'Messages of the sync protocol that came in, by kind',
  labelNames: ['kind'] as const,
  registers,
});

export const refusals = new Counter({
  name: 'counterpoint_refusals_total',
  help: 'Frames that were refused, by reason',
  labelNames: ['code'] as const,
  registers,
});

export const commits = new Counter({
  name: 'counterpoint_commits_total',
  help: 'Transactions in which frames were judged and written, by outcome',
  labelNames: ['outcome'] as const,
  registers,
});

/** In seconds, as Prometheus wants them. */
export const commitTime = new Histogram({
  name: 'counterpoint_commit_seconds',
  help: 'From the start of a transaction until it is on disk, judging included',
  buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
  registers,
});

export const framesPerCommit = new Histogram({
  name: 'counterpoint_frames_per_commit',
  help: 'Frames that shared one transaction',
  buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  registers,
});
