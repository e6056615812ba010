// The command line: JSON on standard output, errors on standard error with exit 1. It works beside a running server:
// it never writes documents, keeps its transactions short, and announces changes of access (DUR11).

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { SettingsError } from '#lib/data/settings.ts';
import { DatabaseRefused, database } from '#lib/data/store/database.ts';
import { type Command, Refused } from './operator/command.ts';
import { commands } from './operator/commands.ts';
import { visitStore, whereKept } from './start/store.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args[0] === 'help') {
    process.stdout.write(usage());
    return 0;
  }
  const found = commandFor(args);
  if (!found) {
    process.stderr.write(
      `There is no command ${args.slice(0, 2).join(' ')}. Nothing was changed.\n\n${usage()}`,
    );
    return 1;
  }
  try {
    const { command, rest } = found;
    const { values, positionals } = readArguments(command, rest);
    if (!command.opensNothing) await visitStore();
    try {
      for await (const result of command.run(positionals, values)) {
        const isRaw = typeof result === 'string' || result instanceof Uint8Array;
        process.stdout.write(isRaw ? result : `${JSON.stringify(result)}\n`);
      }
    } finally {
      if (!command.opensNothing) await database().close();
    }
    return 0;
  } catch (error) {
    if (!isExpected(error)) throw error;
    process.stderr.write(`${inWords(error)}\n`);
    return 1;
  }
}

/** What the system says of a file, in words. */
function inWords(error: Error & { code?: string; path?: string }): string {
  const file = error.path ?? 'the file';
  if (error.code === 'ENOENT') return `There is no file ${file}. Nothing was changed.`;
  if (error.code === 'EISDIR') return `${file} is a folder, not a file. Nothing was changed.`;
  if (error.code === 'EACCES') return `${file} may not be read. Nothing was changed.`;
  return error.message;
}

function isExpected(error: unknown): error is Error {
  if (error instanceof Refused || error instanceof SettingsError || error instanceof DatabaseRefused)
    return true;
  if (isDiskTrouble(error)) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('ERR_PARSE_ARGS') || code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES';
}

/** SQLite's busy, read-only, I/O, corrupt, full, cannot open and not a database: the disk's fault, not the query's. */
function isDiskTrouble(error: unknown): error is Error {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return [5, 8, 10, 11, 13, 14, 26].includes(code);
}

/** A command's name is one word, or two. */
function commandFor(args: string[]): { command: Command; rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const command = commands.get(args.slice(0, length).join(' '));
    if (command) return { command, rest: args.slice(length) };
  }
  return undefined;
}

function readArguments(command: Command, args: string[]) {
  const options: ParseArgsConfig['options'] = {};
  for (const name of Object.keys(command.options)) options[name] = { type: 'string' };
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (positionals.length !== command.positionals.length) {
    throw new Refused(`It takes ${command.positionals.length || 'no'} argument(s). ${usageOf(command)}`);
  }
  for (const [name, need] of Object.entries(command.options)) {
    if (need === 'needed' && values[name] === undefined)
      throw new Refused(`--${name} is needed. ${usageOf(command)}`);
  }
  return { values: values as Record<string, string | undefined>, positionals };
}

function usageOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, need]) => {
    const option = `--${name} ${name.toUpperCase()}`;
    return need === 'needed' ? option : `[${option}]`;
  });
  return ['npm run -s cli --', command.name, ...command.positionals, ...options].join(' ');
}

function usage(): string {
  const lines = [...commands.values()].map((command) => `  ${usageOf(command)}\n      ${command.says}`);
  return `Counterpoint's command line. It uses what DATA_DIR or DATABASE_URL says: now ${whereKept()}.\n\n${lines.join('\n')}\n`;
}
