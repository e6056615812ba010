// A whole discussion goes from one server to another over HTTP, each with data of its own, and is equal there; one that
// is cancelled or not taken leaves nothing behind.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sayIn } from '#lib/data/fixture.ts';
import { makeToken } from '#lib/data/people/tokens.ts';
import { flagsDocument } from '#lib/model/document.ts';
import { flagPoint } from '#lib/model/flag.ts';
import { aDebate, at, type Person, refTo } from '#server/debate-fixture.ts';
import { insideData } from './inside.ts';
import { AppServer } from './server.ts';
import { expect, test } from './story.ts';

const suffix = ', imported from an archive';
type Seated = { id: string; name: string; role: string; side: string | null; part: string | null };
type Packed = Record<string, string>;

/** Fills the data of a server that rests: a debate with all there can be in it, and a flag. */
async function discuss(server: AppServer): Promise<{ roomId: string; token: string }> {
  await server.stop();
  const made = await insideData(server.dataDir, async () => {
    const { roomId, chair, abe, con } = await aDebate();
    await flag(con, refTo(abe, 'rude'));
    const { token } = await makeToken(chair.identity.accountId, 'story');
    return { roomId, token };
  });
  await server.run();
  return made;
}

async function flag({ access }: Person, of: ReturnType<typeof refTo>): Promise<void> {
  const { id, value } = flagPoint(of, 'This is not about ferries.', at);
  await sayIn(access, id, value, flagsDocument(access.room.id, access.participant));
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function packed(server: AppServer, roomId: string, token: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(`${server.url}/api/rooms/${roomId}/export?format=archive`, {
    headers: bearer(token),
  });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

function unpacked(bytes: Uint8Array): Packed {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
}

const linesIn = (text = '') =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** What an archive says, with people by their names, texts by their places, and without where and by whom it was packed. */
function plainly(files: Packed, packer = ''): unknown {
  const people = (JSON.parse(files['people.json'] ?? '') as Seated[]).filter(({ name }) => name !== packer);
  const readings = JSON.parse(files['readings.json'] ?? '') as {
    id: string;
    editions: { edition: string }[];
  }[];
  const names = [
    ...people.map(({ id, name }) => [id, `<${name.replace(suffix, '')}>`] as const),
    ...readings.flatMap(({ id, editions }, i) => [
      [id, `<text ${i}>`] as const,
      ...editions.map(({ edition }, n) => [edition, `<text ${i}.${n}>`] as const),
    ]),
  ];
  const { title, kind, settings, isClosed } = JSON.parse(files['room.json'] ?? '');
  const said = linesIn(files['records.jsonl']).map(({ ref, value, side, createdAt, acceptedAt }) => ({
    ref,
    value,
    side,
    createdAt,
    acceptedAt,
  }));
  const past = linesIn(files['history.jsonl']).map(({ ref, value, side, acceptedAt }) => ({
    ref,
    value,
    side,
    acceptedAt,
  }));
  const seated = people
    .map(({ id, name, role, side, part }) => ({ id, name: name.replace(suffix, ''), role, side, part }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const everything = JSON.stringify({ title, kind, settings, isClosed, readings, seated, said, past });
  return JSON.parse(names.reduce((text, [id, name]) => text.replaceAll(id, name), everything));
}

/** The same archive with these records besides, under the name of someone in it, and a manifest that says so. */
function withRecords(bytes: Uint8Array, more: (participant: string) => object[]): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const [first] = linesIn(text('records.jsonl'));
  const added = more(first.participant).map((record) => `${JSON.stringify(record)}\n`);
  files['records.jsonl'] = strToU8(text('records.jsonl') + added.join(''));
  const manifest = JSON.parse(text('manifest.json'));
  manifest.files['records.jsonl'] = createHash('sha256').update(files['records.jsonl']).digest('hex');
  files['manifest.json'] = strToU8(JSON.stringify(manifest));
  return new Uint8Array(zipSync(files));
}

const formOf = (bytes: Uint8Array<ArrayBuffer>) => {
  const form = new FormData();
  form.set('file', new File([bytes], 'room.zip'));
  return form;
};

/** How many rows each table of this server holds, as they are on its disk. */
function rowsOf(server: AppServer): Record<string, number> {
  const db = new DatabaseSync(join(server.dataDir, 'counterpoint.db'), { readOnly: true });
  try {
    const counted = (name: string) => db.prepare(`select count(*) as n from "${name}"`).get()?.n;
    return Object.fromEntries(
      db
        .prepare("select name from sqlite_master where type = 'table' order by name")
        .all()
        .map(({ name }) => [String(name), Number(counted(String(name)))])
        // Who is to be judged anew, and what an address did lately: neither is of the archive.
        .filter(([name]) => name !== 'access_change' && !String(name).startsWith('sqlite_')),
    );
  } finally {
    db.close();
  }
}

test('a debate leaves one server and is equal on another; cut short or not taken, nothing of it is there', async ({
  server,
}) => {
  const here = await discuss(server);
  const there = await AppServer.start();
  try {
    await there.cli(
      'user',
      'add',
      '--email',
      'ivo@example.org',
      '--name',
      'Ivo',
      '--password',
      'a long enough one',
    );
    const [made] = await there.cli<{ token: string }>('token', '--email', 'ivo@example.org');
    const token = made?.token ?? '';
    const send = (bytes: Uint8Array<ArrayBuffer>, query = '', init: RequestInit = {}) =>
      fetch(`${there.url}/api/rooms/import${query}`, {
        method: 'POST',
        body: formOf(bytes),
        ...init,
        headers: { ...bearer(token), ...init.headers },
      });
    const archive = await packed(server, here.roomId, here.token);

    // What it does not hold is said where it is packed and before it is opened.
    const looked = await send(archive, '?preview');
    expect(await looked.json()).toMatchObject({
      title: 'On ferries',
      people: expect.arrayContaining(['Kim', 'Ann', 'Abe', 'Con', 'Jude']),
      report: expect.arrayContaining([
        expect.stringContaining('Flags are not carried'),
        expect.stringContaining('What the sides prepared is not carried'),
        expect.stringContaining('Private notes are not carried'),
      ]),
    });
    const before = rowsOf(there);

    // Not taken: the last of it is a change that the gate allows nobody.
    const forged = withRecords(archive, (participant) => [
      {
        ref: `${participant}/forged`,
        participant,
        id: 'forged',
        seq: 20_000,
        value: { type: 'ruling', of: 'room', act: 'lock', at },
      },
      {
        ref: `${participant}/forged`,
        participant,
        id: 'forged',
        seq: 20_000,
        value: { type: 'ruling', of: 'room', act: 'unlock', at },
      },
    ]);
    const refused = await send(forged);
    expect([refused.status, await refused.json()]).toEqual([
      403,
      { error: { code: expect.any(String), message: expect.stringContaining('Nothing of it was kept') } },
    ]);
    expect(rowsOf(there)).toEqual(before);

    // Cancelled, once some of it is on the disk: the sender leaves.
    const large = withRecords(archive, (participant) =>
      Array.from({ length: 4000 }, (_, i) => ({
        ref: `${participant}/more${i}`,
        participant,
        id: `more${i}`,
        seq: 10_000 + i,
        value: { type: 'point', kind: 'comment', at, body: `Point ${i}.` },
      })),
    );
    const leaving = new AbortController();
    const lines = await send(large, '', {
      headers: { accept: 'application/x-ndjson' },
      signal: leaving.signal,
    });
    const reader = lines.body?.getReader();
    let told = '';
    while (!/"done":[1-9]/.test(told)) {
      const part = await reader?.read();
      if (!part || part.done) throw new Error(`it ended before it could be cancelled: ${told}`);
      told += new TextDecoder().decode(part.value);
    }
    expect(rowsOf(there).record).toBeGreaterThan(before.record ?? 0);
    leaving.abort();
    await expect.poll(() => rowsOf(there)).toEqual(before);

    // Whole, it is equal: words, past, times, texts in all versions, cards, clocks, ballots, seats, what is hidden.
    const opened = await send(archive);
    const { id, report } = (await opened.json()) as { id: string; report: string[] };
    expect([opened.status, report]).toEqual([201, []]);
    const again = unpacked(await packed(there, id, token));
    expect(plainly(again, 'Ivo')).toEqual(plainly(unpacked(archive)));
    const said = plainly(again, 'Ivo') as {
      said: unknown[];
      past: unknown[];
      readings: { editions: unknown[] }[];
    };
    expect(said.past.length).toBeGreaterThan(said.said.length);
    expect(said.readings.map(({ editions }) => editions.length)).toEqual([2, 1]);
    const people = await fetch(`${there.url}/api/rooms/${id}/participants`, { headers: bearer(token) });
    const { participants } = (await people.json()) as { participants: { name: string; kind: string }[] };
    expect(participants.map(({ name, kind }) => [name, kind])).toContainEqual([`Ann${suffix}`, 'imported']);
  } finally {
    await there.remove();
  }
});
