// A real server for stories: the same process that `npm start` runs, on a free port with a data folder of its own,
// which can be killed and started again.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const node = join('node_modules', '.bin', 'node');

export class AppServer {
  readonly url: string;
  readonly dataDir: string;
  private readonly env: Record<string, string>;
  private process: ChildProcess | undefined;
  private said = '';

  private constructor(port: number, env: Record<string, string>) {
    this.url = `http://127.0.0.1:${port}`;
    this.dataDir = mkdtempSync(join(tmpdir(), 'counterpoint-story-'));
    this.env = {
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: this.dataDir,
      LOG_LEVEL: 'warn',
      ...env,
    };
  }

  static async start(env: Record<string, string> = {}): Promise<AppServer> {
    const server = new AppServer(await freePort(), env);
    await server.run();
    return server;
  }

  /** Kills the server as a power cut would, and starts it again on the same data. */
  async crashAndRestart(): Promise<void> {
    await this.end('SIGKILL');
    await this.run();
  }

  /** Stops the server and starts it again with other settings. */
  async restartWith(env: Record<string, string>): Promise<void> {
    await this.end('SIGTERM');
    Object.assign(this.env, env);
    await this.run();
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  async run(): Promise<void> {
    const child = spawn(node, ['server/main.ts'], {
      env: { ...process.env, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process = child;
    const saidBefore = this.said.length;
    child.stderr?.on('data', (chunk: Buffer) => {
      this.said += chunk;
      process.stderr.write(chunk);
    });
    await new Promise<void>((ready, fail) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        this.said += chunk;
        if (this.said.includes('Counterpoint is at', saidBefore)) ready();
      });
      child.once('exit', (code) =>
        fail(new Error(`the server ended with ${code}:\n${this.said.slice(saidBefore)}`)),
      );
    });
  }

  /** All that it has written to its log and its terminal so far. */
  get log(): string {
    return this.said;
  }

  async remove(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Runs the command line beside the server; gives its lines of JSON. */
  async cli<T>(...args: string[]): Promise<T[]> {
    return (await this.cliText(...args))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as T);
  }

  /** The same for what it prints that is no JSON. */
  async cliText(...args: string[]): Promise<string> {
    const child = spawn(node, ['server/cli.ts', ...args], {
      env: { ...process.env, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk;
    });
    const code = await new Promise<number | null>((ended) => child.once('exit', ended));
    if (code !== 0) throw new Error(`cli ${args.join(' ')} ended with ${code}: ${err}`);
    return out;
  }

  private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
