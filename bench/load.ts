// The load generator, a process of its own: connects everyone, lets each write at a fixed rate whether or not the server
// keeps up (open loop), and measures how long each record takes to reach each other person in the room.

import { performance } from 'node:perf_hooks';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { frame } from '#lib/sync/wire/protocol.ts';
import { eachRecord, step1Frame, updateFrame } from './wire.ts';

export type Dialect = 'counterpoint' | 'y-websocket' | 'hocuspocus';

export type LoadPlan = {
  dialect: Dialect;
  port: number;
  rooms: number;
  people: number;
  /** Updates a second of each person. */
  rate: number;
  seconds: number;
  /** Counterpoint only: who sits where. */
  seats?: { room: string; participantId: string; token: string }[];
};

export type LoadReport = {
  sent: number;
  expected: number;
  delivered: number;
  /** Milliseconds from sending to another's socket. */
  p50: number;
  p99: number;
  /** Milliseconds from sending to DURABLE; Counterpoint only. */
  durableP99: number | null;
  /** Share of one core that this generator itself used while measuring. */
  generatorLoad: number;
};

/** Records sent in the first second warm the server up and are not counted. */
const warmUpMs = 1000;
/** How long it waits at the end for what is still on its way: late is no loss. */
const drainMs = 15_000;

class Person {
  private readonly socket: WebSocket;
  private readonly plan: LoadPlan;
  private readonly index: number;
  private readonly room: string;
  private readonly root: string;
  private readonly client = 1 + Math.floor(Math.random() * 0x7fff_ffff);
  private readonly prefix: Uint8Array;
  private clock = 0;
  private readonly sentAt: number[] = [];
  private settled = 0;
  readonly latencies: number[];
  readonly durations: number[];
  readonly ready: Promise<void>;

  constructor(
    plan: LoadPlan,
    index: number,
    latencies: number[],
    durations: number[],
    countFrom: () => number,
  ) {
    this.plan = plan;
    this.index = index;
    this.latencies = latencies;
    this.durations = durations;
    const seat = plan.seats?.[index];
    this.room = seat?.room ?? `bench-${Math.floor(index / plan.people)}`;
    this.root = `layer:${seat?.participantId ?? index}`;
    this.prefix =
      plan.dialect === 'hocuspocus'
        ? encoding.encode((e) => encoding.writeVarString(e, this.room))
        : new Uint8Array();
    this.socket = new WebSocket(this.address(), {
      perMessageDeflate: false,
      ...(seat && { headers: { authorization: `Bearer ${seat.token}` } }),
    });
    this.ready = new Promise((resolve, reject) => {
      this.socket.on('error', reject);
      this.socket.on('close', (code, reason) => reject(new Error(`closed ${code} ${reason}`)));
      this.socket.on('open', () => {
        if (plan.dialect === 'hocuspocus')
          this.send(
            encoding.encode((e) => {
              encoding.writeVarUint(e, 2);
              encoding.writeVarUint(e, 0);
              encoding.writeVarString(e, 'bench');
            }),
          );
        this.send(step1Frame());
      });
      this.socket.on('message', (data: Buffer) => {
        resolve();
        this.hear(data, countFrom());
      });
    });
    this.ready.catch(() => {});
  }

  write(nowUs: number): void {
    this.sentAt.push(nowUs);
    this.send(updateFrame(this.root, this.client, this.clock++, this.index % this.plan.people, nowUs));
  }

  end(): void {
    this.socket.removeAllListeners('close');
    this.socket.terminate();
  }

  private address(): string {
    const { dialect, port } = this.plan;
    if (dialect === 'counterpoint')
      return `ws://127.0.0.1:${port}/sync/room/${this.room}?client=${this.client}`;
    return dialect === 'hocuspocus' ? `ws://127.0.0.1:${port}` : `ws://127.0.0.1:${port}/${this.room}`;
  }

  private send(bytes: Uint8Array): void {
    this.socket.send(this.prefix.length > 0 ? Buffer.concat([this.prefix, bytes]) : bytes);
  }

  private hear(data: Buffer, countFromUs: number): void {
    const nowUs = clockUs();
    const own = this.index % this.plan.people;
    eachRecord(data, (sender, sentUs) => {
      if (sender !== own && sentUs >= countFromUs) this.latencies.push((nowUs - sentUs) / 1000);
    });
    if (this.plan.dialect !== 'counterpoint' || data[0] !== frame.durable) return;
    const decoder = decoding.createDecoder(data);
    decoding.readVarUint(decoder);
    const settled = decoding.readVarUint(decoder);
    for (; this.settled < settled; this.settled++) {
      const sentUs = this.sentAt[this.settled];
      if (sentUs !== undefined && sentUs >= countFromUs) this.durations.push((nowUs - sentUs) / 1000);
    }
  }
}

process.once('message', (plan: LoadPlan) => {
  void run(plan).then((report) => process.send?.(report, () => process.exit(0)));
});

async function run(plan: LoadPlan): Promise<LoadReport> {
  const latencies: number[] = [];
  const durations: number[] = [];
  let countFromUs = Number.POSITIVE_INFINITY;
  const people: Person[] = [];
  for (let i = 0; i < plan.rooms * plan.people; i++) {
    const person = new Person(plan, i, latencies, durations, () => countFromUs);
    people.push(person);
    // In small groups: what is measured is delivery, not a storm of handshakes.
    if (i % 25 === 24) await Promise.all(people.slice(-25).map((one) => one.ready));
  }
  await Promise.all(people.map((one) => one.ready));
  const sent = await writeAll(plan, people, (us) => {
    countFromUs = us;
  });
  const cpu = sent.cpu;
  const expected = sent.counted * (plan.people - 1);
  const drainedBy = performance.now() + drainMs;
  while (latencies.length < expected && performance.now() < drainedBy)
    await new Promise((resolve) => setTimeout(resolve, 50));
  for (const person of people) person.end();
  latencies.sort((a, b) => a - b);
  durations.sort((a, b) => a - b);
  return {
    sent: sent.counted,
    expected,
    delivered: latencies.length,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    durableP99: durations.length > 0 ? quantile(durations, 0.99) : null,
    generatorLoad: cpu,
  };
}

/** Everyone writes at their own phase; a write that is late is sent at once, with the time at which it was due. */
async function writeAll(
  plan: LoadPlan,
  people: Person[],
  startCounting: (us: number) => void,
): Promise<{ counted: number; cpu: number }> {
  // Whole microseconds, as records carry them: what counts as sent must count as delivered, to the last one.
  const gapUs = Math.round(1e6 / plan.rate);
  const startUs = Math.round(clockUs());
  const countFromUs = startUs + warmUpMs * 1000;
  const endUs = countFromUs + plan.seconds * 1e6;
  startCounting(countFromUs);
  const due = people.map((_, i) => startUs + Math.round((gapUs * i) / people.length));
  let counted = 0;
  let cpuFrom = process.cpuUsage();
  let isCounting = false;
  while (clockUs() < endUs) {
    const nowUs = clockUs();
    if (!isCounting && nowUs >= countFromUs) {
      isCounting = true;
      cpuFrom = process.cpuUsage();
    }
    for (let i = 0; i < people.length; i++) {
      while ((due[i] ?? endUs) <= nowUs && (due[i] ?? endUs) < endUs) {
        const at = due[i] ?? nowUs;
        if (at >= countFromUs) counted++;
        people[i]?.write(at);
        due[i] = at + gapUs;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const used = process.cpuUsage(cpuFrom);
  return { counted, cpu: (used.user + used.system) / (plan.seconds * 1e6) };
}

function clockUs(): number {
  return (performance.timeOrigin + performance.now()) * 1000;
}

function quantile(sorted: number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}
