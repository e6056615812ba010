// The server's time on this device, whose own clock may be wrong or be set meanwhile. Every time that the server says
// is a little old when it arrives, never too new: of what was heard lately, the one that puts the server furthest ahead
// is nearest to the truth. Measured against a clock that only goes forward.

/** How long a heard time counts: crystals drift apart by a few milliseconds in as long. */
const windowMs = 10 * 60_000;

export class ServerClock {
  readonly #steadyMs: () => number;
  readonly #wallMs: () => number;
  #heard: { atMs: number; aheadMs: number }[] = [];

  constructor(steadyMs: () => number = () => performance.now(), wallMs: () => number = Date.now) {
    this.#steadyMs = steadyMs;
    this.#wallMs = wallMs;
  }

  /** Takes a time that the server has just sent, ISO UTC. */
  hear(serverIso: string): void {
    const atMs = this.#steadyMs();
    const aheadMs = Date.parse(serverIso) - atMs;
    if (Number.isNaN(aheadMs)) return;
    const lately = this.#heard.filter((one) => one.atMs > atMs - windowMs && one.aheadMs > aheadMs);
    this.#heard = [...lately, { atMs, aheadMs }];
  }

  /** Milliseconds since 1970 by the server; by this device until the server has said its time. */
  nowMs(): number {
    const best = this.#heard[0];
    return best ? this.#steadyMs() + best.aheadMs : this.#wallMs();
  }
}
