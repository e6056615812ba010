// The peer: Hocuspocus with a SQLite file, as its own SQLite extension keeps it (one row a document, the whole state),
// over node:sqlite because the extension's driver wants a binary that npm does not carry. No authentication, no rules.

import { DatabaseSync } from 'node:sqlite';

// The peers' packages live beside this file and are there only once the bench has installed them.
const { Server } = await import('@hocuspocus/server' as string);
const { Database } = await import('@hocuspocus/extension-database' as string);

const db = new DatabaseSync(process.env.SQLITE_FILE ?? ':memory:');
db.exec(
  'create table if not exists documents (name varchar(255) not null, data blob not null, unique(name))',
);
const select = db.prepare('select data from documents where name = ?');
const upsert = db.prepare(
  'insert into documents (name, data) values (?, ?) on conflict(name) do update set data = excluded.data',
);

const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }: { documentName: string }) => select.get(documentName)?.data ?? null,
      store: async ({ documentName, state }: { documentName: string; state: Uint8Array }) => {
        upsert.run(documentName, state);
      },
    }),
  ],
});
await server.listen();
process.stdout.write('listening\n');
