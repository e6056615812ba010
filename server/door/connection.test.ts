// What the server writes under ws, past its own framing: real sockets read it, at the edges where a frame's head changes.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { syncMessage } from '#lib/sync/wire/protocol.ts';
import { framed, syncFrame } from '../room/framing.ts';
import { Connection, largeBytes } from './connection.ts';

const http = createServer();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
});

afterAll(async () => {
  for (const socket of sockets.clients) socket.terminate();
  await new Promise((resolve) => {
    http.close(resolve);
  });
});

/** Both ends of one socket. `hasWire`: the server's knows the stream under it. */
async function meet({ hasWire = true } = {}) {
  const upgraded = new Promise<{ ws: WebSocket; wire: Duplex }>((resolve) => {
    http.once('upgrade', (request, wire, head) => {
      sockets.handleUpgrade(request, wire, head, (ws) => resolve({ ws, wire }));
    });
  });
  const reader = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const heard: Buffer[] = [];
  const problems: Error[] = [];
  reader.on('message', (data: Buffer) => heard.push(data));
  reader.on('error', (error) => problems.push(error));
  const ended = new Promise<number>((resolve) => {
    reader.once('close', resolve);
  });
  const { ws, wire } = await upgraded;
  return { connection: new Connection(ws, hasWire ? wire : undefined), heard, problems, ended };
}

/** Bytes of which no two neighbours, and no two runs, are alike: what is shifted or lost is seen. */
function content(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8) * 7) & 0xff);
}

/** How long a sync message is, with its kinds and its content's length. */
const wholeLength = (length: number) => syncFrame(syncMessage.step2, content(length)).length;

/** The content that makes a sync message so long. */
function contentFor(whole: number): number {
  for (let length = whole; length > whole - 10; length--) if (wholeLength(length) === whole) return length;
  throw new Error(`no sync message is ${whole} bytes long`);
}

describe('a sync message arrives whole, and what is sent after it behind it', () => {
  it.each([
    ['empty', 0],
    ['the last that one byte tells', contentFor(125)],
    ['the first that two bytes tell', contentFor(126)],
    ['the last that is copied', largeBytes - 1],
    ['the first that is not', largeBytes],
    ['the one after it', largeBytes + 1],
    ['the last that two bytes tell', contentFor(65_535)],
    ['the first that eight bytes tell', contentFor(65_536)],
    ['the one after it', contentFor(65_537)],
    ['a megabyte', 1 << 20],
  ])('%s (%i bytes)', async (_, length) => {
    const { connection, heard, problems, ended } = await meet();
    const bytes = content(length);
    connection.sendSync(syncMessage.step2, bytes);
    connection.sendSync(syncMessage.update, content(3));
    connection.sendSync(syncMessage.step2, bytes);
    connection.close(4000, 'enough');
    expect(await ended).toBe(4000);
    expect(problems).toEqual([]);
    const wanted = [
      syncFrame(syncMessage.step2, bytes),
      syncFrame(syncMessage.update, content(3)),
      syncFrame(syncMessage.step2, bytes),
    ];
    expect(heard.map(({ length: size }) => size)).toEqual(wanted.map(({ length: size }) => size));
    expect(heard.every((one, i) => one.equals(wanted[i] ?? content(0)))).toBe(true);
  });

  it('a large one between a cork and its end, with what else goes out in that write', async () => {
    const { connection, heard, ended } = await meet();
    connection.cork();
    connection.send(content(2));
    connection.sendSync(syncMessage.step2, content(70_000));
    connection.send(content(2));
    connection.uncork();
    connection.close(4000, 'enough');
    expect(await ended).toBe(4000);
    expect(heard.map(({ length }) => length)).toEqual([2, wholeLength(70_000), 2]);
  });

  it('a large one where nothing is known of the stream under the socket', async () => {
    const { connection, heard, ended } = await meet({ hasWire: false });
    connection.sendSync(syncMessage.step2, content(70_000));
    connection.close(4000, 'enough');
    expect(await ended).toBe(4000);
    expect(heard[0]?.equals(syncFrame(syncMessage.step2, content(70_000)))).toBe(true);
  });

  it('not after the socket was closed: no byte follows a close', async () => {
    const { connection, heard, problems, ended } = await meet();
    connection.close(4000, 'enough');
    connection.sendSync(syncMessage.step2, content(70_000));
    expect(await ended).toBe(4000);
    expect([heard, problems]).toEqual([[], []]);
  });
});

it.each([
  [0, [0x82, 0]],
  [125, [0x82, 125]],
  [126, [0x82, 126, 0, 126]],
  [65_535, [0x82, 126, 0xff, 0xff]],
  [65_536, [0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
])('the head of a frame of %i bytes is the shortest there is (RFC 6455, section 5.2)', (length, head) => {
  const { bytes } = framed(content(length));
  expect([...bytes.subarray(0, head.length)]).toEqual(head);
  expect(bytes.length).toBe(head.length + length);
});

it('messages that were framed at once arrive as so many', async () => {
  const { connection, heard, problems, ended } = await meet();
  const payloads = [125, 126, 65_535, 65_536].map(content);
  connection.sendFramed(framed(...payloads));
  connection.close(4000, 'enough');
  expect(await ended).toBe(4000);
  expect(problems).toEqual([]);
  expect(heard.map((one, i) => one.equals(payloads[i] ?? content(0)))).toEqual([true, true, true, true]);
});
