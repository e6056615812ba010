import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { ScriptedServer } from '../scripted-server.ts';
import { countingSocket, type FrameAt, type SyncFrameKind } from './counting-socket.ts';
import { close, frame } from './protocol.ts';

const room = 'room/r1';

type Sent = [kind: SyncFrameKind, at: FrameAt];

let server: ScriptedServer;
let doc: Y.Doc;
let provider: WebsocketProvider;
let sent: Sent[];

beforeEach(async () => {
  server = await ScriptedServer.start();
  doc = new Y.Doc();
  sent = [];
  provider = new WebsocketProvider(server.url, room, doc, {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: countingSocket(WebSocket, (kind, at) => sent.push([kind, at])),
  });
  // A stock provider says on the console that it does not know our frames.
  for (const type of Object.values(frame)) provider.messageHandlers[type] = () => {};
  provider.connect();
});

afterEach(async () => {
  provider.destroy();
  await server.stop();
});

test('[GATE10] counts what the server counts: step 2, updates and deletions, but neither step 1 nor presence', async () => {
  await vi.waitFor(() => expect(server.peersOf(room)[0]?.frames).toBe(1));
  const layer = doc.getMap('layer:ana');
  layer.set('a', 1);
  provider.awareness.setLocalState({ answering: 'new' });
  layer.set('b', 2);
  layer.delete('a');
  await vi.waitFor(() => expect(server.peersOf(room)[0]?.frames).toBe(4));
  expect(sent.map(([kind, { frame }]) => [kind, frame])).toEqual([
    ['step2', 1],
    ['update', 2],
    ['update', 3],
    ['update', 4],
  ]);
  expect(new Set(sent.map(([, { socket }]) => socket))).toEqual(new Set([provider.ws]));
});

test('a new socket counts from one again', async () => {
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  server.closeAll(close.restarting);
  await vi.waitFor(() => expect(sent).toHaveLength(2), { timeout: 5000 });
  const [first, second] = sent;
  expect(second?.[1].frame).toBe(1);
  expect(second?.[1].socket).not.toBe(first?.[1].socket);
});
