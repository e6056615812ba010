// `npm test`: every check in turn, all of them even when one fails, and one closing line that counts.
// Types, lint and dead code count as one check each; unit and browser tests count each test.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../e2e/chromium.ts';

type Count = { passed: number; failed: number };

const reports = mkdtempSync(join(tmpdir(), 'counterpoint-test-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

const total: Count = { passed: 0, failed: 0 };

check('format, lint and layers', ['biome', 'ci', '--error-on-warnings', '.']);
check('types of routes', ['next', 'typegen']);
check('types', ['tsc']);
check('dead code', ['knip']);
add('unit, property and server tests', unit());
add('browser tests', await browser());
rmSync(reports, { recursive: true, force: true });

process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

function check(name: string, command: string[]): void {
  add(name, { passed: 0, failed: 0, ...(run(command) ? { passed: 1 } : { failed: 1 }) });
}

function add(name: string, count: Count): void {
  total.passed += count.passed;
  total.failed += count.failed;
  process.stdout.write(`\n== ${name}: ${count.passed} passed, ${count.failed} failed\n`);
}

/** Runs a program of node_modules; true when it ended with 0. */
function run([program = '', ...args]: string[], env: Record<string, string> = {}): boolean {
  process.stdout.write(`\n$ ${[program, ...args].join(' ')}\n`);
  const result = spawnSync(join('node_modules', '.bin', program), args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return result.status === 0;
}

function unit(): Count {
  const isGood = run([
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]);
  const report = read(unitReport);
  return atLeastOneFailure(isGood, {
    passed: report.numPassedTests ?? 0,
    failed: report.numFailedTests ?? 0,
  });
}

async function browser(): Promise<Count> {
  const chromium = await findChromium();
  if (!chromium.ok) {
    process.stdout.write(`${chromium.advice}\n`);
    return { passed: 0, failed: 1 };
  }
  const isGood = run(['playwright', 'test', '--reporter=list,json'], {
    CHROMIUM_PATH: chromium.path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport,
  });
  const stats = read(browserReport).stats ?? {};
  if (stats.flaky) process.stdout.write(`${stats.flaky} passed only on another try\n`);
  return atLeastOneFailure(isGood, {
    passed: (stats.expected ?? 0) + (stats.flaky ?? 0),
    failed: stats.unexpected ?? 0,
  });
}

/** A runner that failed without a failed test (it could not start, say) still counts as a failure. */
function atLeastOneFailure(isGood: boolean, count: Count): Count {
  return isGood || count.failed > 0 ? count : { ...count, failed: 1 };
}

type Report = {
  numPassedTests?: number;
  numFailedTests?: number;
  stats?: { expected?: number; unexpected?: number; flaky?: number };
};

function read(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    // The runner died before it wrote its report; the caller counts that as a failure.
    return {};
  }
}
