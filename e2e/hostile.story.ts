// A participant with a client of their own making: whatever they send, nobody else's words change.

import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { expect, isSaved, note, openThread, test } from './story.ts';

type Records = { records: { ref: string; participant: string; id: string; value: { body?: string } }[] };

test('nobody can change another’s words, whatever their client sends', async ({ guest, server, room }) => {
  const ada = await guest('Ada');
  await note(ada, 'Claim', 'habits are dearer to bring back than people', 'Ada’s own words.');
  await isSaved(ada);
  const mallory = await guest('Mallory');
  const token = await tokenOf(mallory.request, server.url);
  const { records } = (await (
    await mallory.request.get(`${server.url}/api/rooms/${room.roomId}/records`)
  ).json()) as Records;
  const [victim] = records;
  if (!victim) throw new Error('Ada’s note is not there');

  for (const forge of [rewriteUnderAnothersRoot, eraseByDeletion]) {
    const code = await send(server.url, room.roomId, token, (doc) => forge(doc, victim));
    expect(code, forge.name).toBe(4403);
  }
  await openThread(ada, 'Ada’s own words');
  await expect(ada.getByText('Ada’s own words.')).toBeVisible();
  const after = (await (
    await mallory.request.get(`${server.url}/api/rooms/${room.roomId}/records`)
  ).json()) as Records;
  expect(after.records).toEqual(records);

  // The victim's next edit is not lost either.
  await ada.getByRole('button', { name: 'Edit', exact: true }).click();
  await ada.getByRole('textbox', { name: /Change your/ }).fill('Ada’s own words, changed by Ada.');
  await ada.getByRole('button', { name: 'Save', exact: true }).click();
  await isSaved(ada);
  await mallory.reload();
  await expect(mallory.getByText('changed by Ada.').first()).toBeVisible();
});

type Victim = { participant: string; id: string; value: object };

/** Sets the victim's key in the victim's root, from one's own client id. */
function rewriteUnderAnothersRoot(doc: Y.Doc, { participant, id, value }: Victim): void {
  doc.getMap(`layer:${participant}`).set(id, { ...value, body: 'Forged.' });
}

/** Deletes the victim's key, as if one had every right to. */
function eraseByDeletion(doc: Y.Doc, { participant, id }: Victim): void {
  doc.getMap(`layer:${participant}`).delete(id);
}

/** Syncs as any client would, then sends what `forge` does to the document; gives the code the server closes with. */
function send(base: string, room: string, token: string, forge: (doc: Y.Doc) => void): Promise<number> {
  const doc = new Y.Doc();
  const socket = new WebSocket(`${base.replace('http', 'ws')}/sync/room/${room}`, [`bearer.${token}`]);
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', (code) => resolve(code));
    socket.on('open', () => socket.send(syncMessage(0, new Uint8Array([0]))));
    socket.on('message', (data: Buffer) => {
      if (data[0] !== 0 || data[1] !== 1) return;
      // Step 2: a varint length stands before the update.
      let at = 2;
      while ((data[at] ?? 0) >= 0x80) at++;
      Y.applyUpdate(doc, data.subarray(at + 1));
      const before = Y.encodeStateVector(doc);
      forge(doc);
      socket.send(syncMessage(2, Y.encodeStateAsUpdate(doc, before)));
    });
  });
}

function syncMessage(kind: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

async function tokenOf(
  request: { post: (url: string, options: object) => Promise<{ json(): Promise<unknown> }> },
  origin: string,
): Promise<string> {
  const answer = await request.post(`${origin}/api/tokens`, { data: { name: 'mine' }, headers: { origin } });
  return ((await answer.json()) as { token: string }).token;
}
