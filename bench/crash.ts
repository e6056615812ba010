// Kills the server with SIGKILL at random and at the worst instants, under load, and after each kill reads the data folder before anyone
// reconnects: what was acknowledged or seen by others must be there, nothing that nobody wrote may be, nothing twice.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { failpoints, parseSettings, replaceSettings } from '#lib/data/settings.ts';
import { replaceDatabase } from '#lib/data/store/database.ts';
import { loadDocument } from '#lib/data/store/loading.ts';
import { openSqlite } from '#lib/data/store/sqlite.ts';
import { roomDocument } from '#lib/model/document.ts';
import type { Ref } from '#lib/model/record.ts';
import { entriesOf } from '#lib/sync/layers.ts';
import { verifyAll } from '#server/operator/verify.ts';
import { applyStored } from '#server/room/content.ts';
import { end, gone, listening, populate, start } from './child.ts';
import { counterOf, Peer, type Told } from './peer.ts';
import { randomFrom } from './random.ts';

export type CrashOptions = {
  kills: number;
  rooms: number;
  people: number;
  seed: number;
  log?: (line: string) => void;
};

/** How the server dies: at a random instant of its life, or exactly at one of the worst (server/failpoints.ts). */
const ways = ['starting', 'serving', 'sweeping', ...failpoints] as const;
type Way = (typeof ways)[number];

/** All but the first three, which say how much was tried, must be 0. */
export type CrashResult = {
  kills: number;
  /** How many of each; one that did not come to its failpoint in time was killed while serving. */
  killsBy: Record<Way, number>;
  acknowledged: number;
  acknowledgedButLost: number;
  seenButLost: number;
  invented: number;
  duplicated: number;
  refused: number;
  quarantined: number;
  /** Documents in which `cli verify` finds a problem. */
  damaged: number;
};

/** What must be 0. */
export function lossesOf(result: CrashResult): number {
  const { acknowledgedButLost, seenButLost, invented, duplicated, refused, quarantined, damaged } = result;
  return acknowledgedButLost + seenButLost + invented + duplicated + refused + quarantined + damaged;
}

/** The longest the server lives under load before it is killed, in ms. */
const longestLifeMs = 400;
/** When the first sweep compacts, in ms after the server listens; kills are spread around it. */
const sweepMs = 500;
/** How long the server may take to come to its failpoint, and after which of its visits there it dies, at most. */
const failpointTimeoutMs = 5000;
/** How often one data folder's server dies: each look at the folder reads all of it, and it grows. */
const killsAFolder = 100;
const mostVisits = { 'mid-compaction': 6, other: 40 };

/** Runs the whole bench, on data folders of its own that it removes. */
export async function crash(options: CrashOptions): Promise<CrashResult> {
  const random = randomFrom(options.seed);
  const result: CrashResult = {
    kills: 0,
    killsBy: Object.fromEntries(ways.map((way) => [way, 0])) as CrashResult['killsBy'],
    acknowledged: 0,
    acknowledgedButLost: 0,
    seenButLost: 0,
    invented: 0,
    duplicated: 0,
    refused: 0,
    quarantined: 0,
    damaged: 0,
  };
  while (result.kills < options.kills) {
    await crashOneFolder(Math.min(result.kills + killsAFolder, options.kills), options, random, result);
    options.log?.(`${result.kills} kills: ${JSON.stringify(result)}`);
  }
  return result;
}

/** Kills the server of one data folder until there were `until` kills in all. */
async function crashOneFolder(
  until: number,
  options: CrashOptions,
  random: () => number,
  result: CrashResult,
): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-crash-'));
  // Compaction every few rows, so that kills fall into it too.
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'silent',
    NODE_NO_WARNINGS: '1',
    COMPACT_ROWS: '20',
  };
  const peers = populate(env, options).map((seat) => new Peer(seat));
  try {
    while (result.kills < until) {
      const way = ways[(result.kills + 1) % ways.length] ?? 'serving';
      result.killsBy[await liveAndDie(way, env, peers, random)]++;
      result.kills++;
      await inspect(dataDir, peers, result, result.kills === until);
    }
    result.acknowledged += peers.reduce((sum, peer) => sum + peer.acknowledged.size, 0);
    result.refused += peers.reduce((sum, peer) => sum + peer.refusals.length, 0);
  } finally {
    for (const peer of peers) peer.disconnect();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Starts the server, lets everyone write as fast as they like, and kills it; gives the way in which it did die. */
async function liveAndDie(
  way: Way,
  env: NodeJS.ProcessEnv,
  peers: Peer[],
  random: () => number,
): Promise<Way> {
  const failpoint = failpoints.find((name) => name === way);
  const most = mostVisits[failpoint === 'mid-compaction' ? failpoint : 'other'];
  const nth = 1 + Math.floor(random() * most);
  const server = start(failpoint ? { ...env, FAILPOINT: `${failpoint}:${nth}` } : env);
  if (way === 'starting') {
    await passed(random() * 120);
    await end(server);
    return way;
  }
  const port = await listening(server);
  await Promise.all(peers.map((peer) => peer.connect(port)));
  const stopWriting = writeOn(peers, random);
  let hasDied = false;
  if (failpoint) {
    hasDied = await Promise.race([
      gone(server).then(() => true),
      passed(failpointTimeoutMs).then(() => false),
    ]);
  } else await passed(way === 'sweeping' ? sweepMs - 50 + random() * 150 : 20 + random() * longestLifeMs);
  await end(server);
  stopWriting();
  for (const peer of peers) peer.disconnect();
  return failpoint && !hasDied ? 'serving' : way;
}

/** A few records edited again and again, and new ones among them; gives the way to stop. */
function writeOn(peers: Peer[], random: () => number): () => void {
  const timers = peers.map((peer) => {
    let counter = Math.max(0, ...peer.written.values());
    const write = () => {
      counter++;
      peer.write(random() < 0.5 ? `edited-${counter % 5}` : `new-${counter}`, counter, 'x'.repeat(200));
    };
    return setInterval(write, 5 + random() * 10);
  });
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

/** Reads the data folder as the next start would, and compares it with what every peer was told. */
async function inspect(dataDir: string, peers: Peer[], result: CrashResult, isLast: boolean): Promise<void> {
  const db = openSqlite(dataDir);
  replaceDatabase(db);
  replaceSettings(parseSettings({ DATA_DIR: dataDir }));
  try {
    const written: Told = new Map(peers.flatMap((peer) => [...peer.written]));
    const kept: Told = new Map();
    for (const room of new Set(peers.map((peer) => peer.seat.room))) {
      const loaded = await loadDocument(roomDocument(room));
      if (!loaded.ok) {
        result.quarantined++;
        continue;
      }
      const doc = new Y.Doc();
      applyStored(doc, loaded.document.updates);
      for (const [ref, entry] of entriesOf(doc)) kept.set(ref, counterOf(entry.value) ?? -1);
    }
    for (const [ref, counter] of kept) if (counter > (written.get(ref) ?? -1)) result.invented++;
    for (const peer of peers) {
      result.acknowledgedButLost += missing(peer.acknowledged, kept);
      result.seenButLost += missing(peer.seen, kept);
    }
    const twice = await db.read
      .selectFrom('record_version')
      .select(['ref', 'value'])
      .groupBy(['document', 'ref', 'value'])
      .having((eb) => eb.fn.countAll(), '>', 1)
      .execute();
    result.duplicated += twice.length;
    if (!isLast) return;
    for await (const { problems } of verifyAll()) if (problems.length > 0) result.damaged++;
  } finally {
    await db.close();
    replaceDatabase(undefined);
  }
}

/** How many records the disk has in an older state than was told. */
function missing(told: Told, kept: Map<Ref, number>): number {
  let count = 0;
  for (const [ref, counter] of told) if ((kept.get(ref) ?? -1) < counter) count++;
  return count;
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
