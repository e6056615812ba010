// The one connection of this process that writes to Postgres. It runs transactions one at a time, over all processes too,
// as SQLite does: so the same bodies can rely on what they have read. A broken connection is made anew.

import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { DatabaseRefused, type Transaction } from './database.ts';

/** Advisory locks of a database are known by two numbers; the first is ours ("cntp" in ASCII), the second what for. */
const lockSpace = 0x636e7470;
const locks = { writing: 1, serving: 2 };

const begin = `begin; select pg_advisory_xact_lock(${lockSpace}, ${locks.writing})`;
/**
 * How long a transaction waits for its turn among processes; and how long one may stand still before Postgres ends it,
 * so that a process whose network is gone does not hold up the others.
 */
const session = `set lock_timeout = '5s'; set idle_in_transaction_session_timeout = '10s'`;
const retakeMs = 200;
/** Past this many different queries further ones go unprepared: lists of changing length would fill the server's memory. */
const maxPrepared = 500;

/** Runs a transaction's queries one after the other, each awaited. */
export async function runQueries<T>(
  ask: (query: CompiledQuery) => Promise<readonly unknown[]>,
  steps: Transaction<T>,
): Promise<T> {
  let step = steps.next([]);
  while (!step.done) {
    let rows: readonly unknown[];
    try {
      rows = await ask(step.value);
    } catch (error) {
      // The body may say better what it means, but not go on: Postgres refuses whatever follows a failed query.
      steps.throw(error);
      throw error;
    }
    step = steps.next(rows);
  }
  return step.value;
}

/** Does a server have its place in this database? */
export function* isServed(): Transaction<boolean> {
  const rows = yield CompiledQuery.raw(
    `select 1 from pg_locks
     where locktype = 'advisory' and classid = ${lockSpace} and objid = ${locks.serving} and granted
       and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows.length > 0;
}

export class PostgresWriter {
  private readonly config: pg.ClientConfig;
  private readonly asServer: boolean;
  private readonly prepared = new Map<string, string>();
  private client: pg.Client | undefined;
  /** The session that last had the server's place: Postgres may not know yet that it is gone. */
  private former: { pid: number; startedAt: string } | undefined;
  private lastTurn: Promise<unknown> = Promise.resolve();
  private retaking: NodeJS.Timeout | undefined;
  private isClosed = false;

  /** `asServer` takes the database's one place for a server (DUR11) with every connection, and throws when it is taken. */
  constructor(config: pg.ClientConfig, { asServer }: { asServer: boolean }) {
    this.config = config;
    this.asServer = asServer;
  }

  /** Connects ahead of the first transaction. */
  async connect(): Promise<void> {
    await this.inTurn(() => this.connected());
  }

  /** Runs one transaction; resolves once Postgres says that it is on disk. */
  run<T>(transaction: () => Transaction<T>): Promise<T> {
    return this.inTurn(async () => {
      const client = await this.connected();
      try {
        await this.ask(client, { text: begin });
        const value = await runQueries(
          async (query) => (await this.ask(client, this.prepare(query))).rows,
          transaction(),
        );
        const { command } = await this.ask(client, { text: 'commit' });
        // To the commit of a transaction that failed before Postgres answers so, and with no error.
        if (command === 'ROLLBACK') throw new Error('the transaction was rolled back');
        return value;
      } catch (error) {
        if (this.client === client) {
          await this.ask(client, { text: 'rollback' }).catch(() => this.lose(client));
        }
        throw error;
      }
    });
  }

  /** Lets the running transaction end, and disconnects. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.retaking);
    await this.lastTurn;
    const { client } = this;
    this.client = undefined;
    await client?.end();
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.lastTurn.then(act);
    // Whoever asked hears of a failure; the next one's turn comes all the same.
    this.lastTurn = turn.catch(() => {});
    return turn;
  }

  private async connected(): Promise<pg.Client> {
    if (this.isClosed) throw new Error('the database is closed');
    this.client ??= await this.open();
    return this.client;
  }

  private async open(): Promise<pg.Client> {
    const client = new pg.Client(this.config);
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    try {
      await client.connect();
      await refuseForgetful(client);
      await client.query(session);
      if (this.asServer) await this.takePlace(client);
      return client;
    } catch (error) {
      discard(client);
      throw error;
    }
  }

  /** One server a database: the lock is this session's, and ends with it however the process dies. */
  private async takePlace(client: pg.Client): Promise<void> {
    if (this.former) {
      const { pid, startedAt } = this.former;
      await client.query(
        `select pg_terminate_backend(pid, 2000) from pg_stat_activity
         where pid = $1 and extract(epoch from backend_start)::text = $2`,
        [pid, startedAt],
      );
    }
    const taken = await client.query<{ is_ours: boolean; pid: number; started_at: string }>(
      `select pg_try_advisory_lock($1, $2) as is_ours, pid, extract(epoch from backend_start)::text as started_at
       from pg_stat_activity where pid = pg_backend_pid()`,
      [lockSpace, locks.serving],
    );
    const [place] = taken.rows;
    if (!place?.is_ours) {
      throw new DatabaseRefused(
        'Another server is using this database. Stop it first, or set DATABASE_URL to another one.',
      );
    }
    this.former = { pid: place.pid, startedAt: place.started_at };
  }

  private async ask(client: pg.Client, query: pg.QueryConfig): Promise<pg.QueryResult> {
    try {
      return await client.query(query);
    } catch (error) {
      // What is not an answer of the database's came from the connection: nobody knows what state it is in.
      const isAnswer = error instanceof pg.DatabaseError && error.severity === 'ERROR';
      if (!isAnswer) this.lose(client);
      throw error;
    }
  }

  private prepare({ sql, parameters }: CompiledQuery): pg.QueryConfig {
    let name = this.prepared.get(sql);
    if (name === undefined && this.prepared.size < maxPrepared) {
      name = `q${this.prepared.size}`;
      this.prepared.set(sql, name);
    }
    return { ...(name !== undefined && { name }), text: sql, values: [...parameters] };
  }

  private lose(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    discard(client);
    if (this.asServer) this.retake();
  }

  /** Comes back as soon as the database does: until then its place is free for another server to take. */
  private retake(): void {
    if (this.isClosed) return;
    this.retaking ??= setTimeout(() => {
      this.retaking = undefined;
      this.connect().catch(() => this.retake());
    }, retakeMs);
    this.retaking.unref();
  }
}

/** Throws DatabaseRefused for a database that may forget what it has committed (DUR3). */
async function refuseForgetful(client: pg.Client): Promise<void> {
  for (const name of ['fsync', 'synchronous_commit']) {
    const { rows } = await client.query<{ value: string }>('select current_setting($1) as value', [name]);
    if (rows[0]?.value === 'off') {
      throw new DatabaseRefused(
        `The database has ${name} = off, so it may forget what it was told to keep. Set it to on.`,
      );
    }
  }
}

function discard(client: pg.Client): void {
  client.end().catch(() => {
    // It is broken: there is nothing left to end.
  });
}
