// `npm run bench -- NAME`: measurements, never tests. What each measures, how, and every number: bench/README.md.

import { parseArgs } from 'node:util';
import { anchorTable, measureAnchors } from './anchors/anchors.ts';
import { churn } from './churn.ts';
import { crash, lossesOf } from './crash.ts';
import { debate, debateTable } from './debate.ts';
import { debateCards } from './debate-cards.ts';
import { debateRound } from './debate-round.ts';
import { type FanoutReport, fanout } from './fanout.ts';
import { mapTable, measureMap } from './map.ts';
import { measurePage } from './page/page.ts';
import { pageTable } from './page/table.ts';
import { review, reviewTable } from './review.ts';
import { mutate, room } from './room.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '10' },
    records: { type: 'string', default: '10000' },
    edits: { type: 'string', default: '10' },
    opens: { type: 'string', default: '5' },
    connects: { type: 'string', default: '100000' },
    mutations: { type: 'string', default: '200000' },
    seeds: { type: 'string', default: '6' },
    points: { type: 'string', default: '1000' },
    notes: { type: 'string', default: '10000' },
  },
});
const log = (line: string) => process.stderr.write(`${line}\n`);

switch (positionals[0]) {
  case 'crash': {
    const result = await crash({
      kills: Number(values.kills),
      rooms: 3,
      people: 4,
      seed: Number(values.seed),
      log,
    });
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    process.exitCode = lossesOf(result) === 0 ? 0 : 1;
    break;
  }
  case 'fanout': {
    const shapes = [
      { rooms: 20, people: 30, rate: 5 },
      { rooms: 1, people: 300, rate: 0.5 },
      { rooms: 100, people: 6, rate: 2 },
    ];
    const report = await fanout({
      shapes,
      rounds: Number(values.rounds),
      seconds: Number(values.seconds),
      log,
    });
    process.stdout.write(tableOf(report));
    break;
  }
  case 'review': {
    process.stdout.write(
      reviewTable(await review({ students: 300, notes: 40, rounds: Number(values.rounds) })),
    );
    break;
  }
  case 'debate': {
    process.stdout.write(
      debateTable([...debate([500, 1000, 5000]), ...debateRound(), ...(await debateCards())]),
    );
    break;
  }
  case 'map': {
    process.stdout.write(mapTable(await measureMap(Number(values.points), Number(values.rounds))));
    break;
  }
  case 'anchors': {
    const rows = measureAnchors(
      {
        words: 60_000,
        anchors: 1000,
        shares: [0.02, 0.1, 0.25],
        seeds: Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.seed) + i),
      },
      log,
    );
    process.stdout.write(anchorTable(rows));
    break;
  }
  case 'room': {
    const report = await room({
      records: Number(values.records),
      edits: Number(values.edits),
      opens: Number(values.opens),
      log,
    });
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    break;
  }
  case 'page': {
    const report = await measurePage({ notes: Number(values.notes), rounds: Number(values.rounds), log });
    process.stdout.write(pageTable(report));
    break;
  }
  case 'churn': {
    const report = await churn({ connects: Number(values.connects), warmUp: 5000, log });
    process.stdout.write(`${JSON.stringify(report)}\n`);
    break;
  }
  case 'gate':
    process.exitCode = mutate(Number(values.mutations));
    break;
  default:
    process.stderr.write(
      'Benches: anchors [--seeds N] [--seed N] · churn [--connects N] · crash [--kills N] [--seed N] · fanout [--rounds N] [--seconds N] · debate · map [--points N] [--rounds N] · review [--rounds N] · room [--records N] [--edits N] [--opens N] · page [--notes N] [--rounds N] · gate [--mutations N]\n',
    );
    process.exitCode = 1;
}

function tableOf({ rows, disk }: FanoutReport): string {
  const lines = [
    '| rooms × people × rate | server | p50 ms | p99 ms | to DURABLE p99 ms | server CPU s | memory above idle MB | undelivered | load generator |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) =>
      [
        '',
        row.shape,
        row.server,
        row.p50.toFixed(1),
        row.p99.toFixed(1),
        row.durableP99?.toFixed(1) ?? '–',
        row.cpuSeconds.toFixed(1),
        row.memoryMb.toFixed(0),
        row.expected - row.delivered,
        `${(row.generatorLoad * 100).toFixed(0)} %`,
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
    `The disk alone, ${disk.count} flushes between the rounds: ${disk.p50.toFixed(1)} ms at the median, ${disk.p99.toFixed(1)} at p99, ${disk.longest.toFixed(0)} at most.`,
  ];
  return `${lines.join('\n')}\n`;
}
