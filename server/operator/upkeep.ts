// The commands with which an operator keeps data safe: backup, restore, renew, verify.

import { settings } from '#lib/data/settings.ts';
import { database } from '#lib/data/store/database.ts';
import { takeStore } from '../start/store.ts';
import { backUp, renew, restore } from './backup.ts';
import { type Command, Refused } from './command.ts';
import { purgeAll } from './purge.ts';
import { verifyAll } from './verify.ts';

export const upkeepCommands: Command[] = [
  {
    name: 'backup',
    positionals: ['DEST'],
    options: {},
    says: 'Copies everything, also from under a running server, into an empty folder. Keep it as secret as the data.',
    opensNothing: true,
    async *run([to = '']) {
      refusePostgres('pg_dump');
      const takenAt = new Date().toISOString();
      yield { backup: to, takenAt, sizeBytes: backUp(settings().dataDir, to) };
    },
  },
  {
    name: 'restore',
    positionals: ['SRC'],
    options: {},
    says: 'Puts a backup in the place of the data of a stopped server, moves aside what was there, and signs everyone out.',
    opensNothing: true,
    async *run([from = '']) {
      refusePostgres('pg_restore, and then renew');
      yield { restored: from, ...(await restore(from, settings().dataDir)) };
    },
  },
  {
    name: 'renew',
    positionals: [],
    options: {},
    says: 'Signs everyone out and makes devices drop their copies, after data was put back by other means than restore.',
    opensNothing: true,
    async *run() {
      const taken = await takeStore();
      if (!taken.ok) throw new Refused(taken.reason);
      try {
        yield await database().write(renew);
      } finally {
        await taken.release();
      }
    },
  },
  {
    name: 'purge',
    positionals: [],
    options: { space: 'free' },
    says: 'Deletes the courses whose retention is over, or the given one at once, with everything in them; a running server does it where there is one. Backups are yours to expire.',
    opensNothing: true,
    async *run(_, { space }) {
      yield* purgeAll(space);
    },
  },
  {
    name: 'verify',
    positionals: [],
    options: {},
    says: 'Reads every document again, checks it against its hashes and tables, and names those with problems.',
    async *run() {
      let documents = 0;
      let damaged = 0;
      for await (const report of verifyAll()) {
        documents++;
        if (report.problems.length === 0) continue;
        damaged++;
        yield report;
      }
      yield { documents, damaged };
      if (damaged > 0) throw new Refused(`${damaged} of ${documents} documents are damaged.`);
    },
  },
];

function refusePostgres(instead: string): void {
  if (settings().databaseUrl === undefined) return;
  throw new Refused(`The data is in Postgres, which has its own tools: use ${instead}. Nothing was changed.`);
}
