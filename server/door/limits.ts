// How fast one socket may speak (LIM): past its budget the server stops reading from it and drops nothing, so TCP slows
// that sender down and nobody else.

import type { WebSocket } from 'ws';
import type { Limits } from '#lib/data/settings.ts';

/** While a sender waits for a failing disk, look again this often. */
const blockedMs = 250;
/** So many steps among contending versions take about as long as a frame that has none. */
const stepsPerFrame = 100;

/** A token bucket that pauses the socket it belongs to. */
export class FrameBudget {
  private readonly ws: WebSocket;
  private readonly limits: Limits;
  private tokens: number;
  private filledAtMs = performance.now();
  private timer: NodeJS.Timeout | undefined;

  constructor(ws: WebSocket, limits: Limits) {
    this.ws = ws;
    this.limits = limits;
    this.tokens = limits.frameBurst;
  }

  /**
   * One frame came in. `isBlocked`: too much of this sender's waits for the disk already. `contestSteps`: what judging
   * the frames before it cost beyond what every frame costs.
   */
  spend(isBlocked: boolean, contestSteps: number): void {
    this.fill();
    this.tokens -= 1 + contestSteps / stepsPerFrame;
    if (isBlocked) this.pause(blockedMs);
    else if (this.tokens < 0) this.pause(this.debtMs);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private fill(): void {
    const nowMs = performance.now();
    const { framesPerSecond, frameBurst } = this.limits;
    this.tokens = Math.min(frameBurst, this.tokens + ((nowMs - this.filledAtMs) * framesPerSecond) / 1000);
    this.filledAtMs = nowMs;
  }

  private get debtMs(): number {
    return (-this.tokens / this.limits.framesPerSecond) * 1000;
  }

  private pause(ms: number): void {
    if (this.timer) return;
    this.ws.pause();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.fill();
      // What was read together with the frame that made the pause came after it, and is owed as well.
      if (this.tokens < 0) this.pause(this.debtMs);
      else this.ws.resume();
    }, ms);
  }
}
