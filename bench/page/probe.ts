// What runs inside a measured page: it listens to what the browser says of itself (paints, shifts, events, frames) and
// watches the first time that strokes are drawn. It touches nothing that the page does.

export type Probe = {
  lcpMs: number;
  cls: number;
  /** How long each interaction took until its frame was shown, by the browser's own Event Timing; in ms. */
  interactions: Map<number, { type: string; ms: number }>;
  /** From the first measured stroke to the end of the frame that shows it, when that was, and in how many blocks. */
  firstPaint: { ms: number; atMs: number; count: number } | null;
  /** Strokes are drawn again: when the frame that shows them ended, on the clock that all pages share. */
  onPaint: ((atEpochMs: number) => void) | null;
  /** Resolves after the next frame was shown, with the time. */
  nextFrame(): Promise<number>;
  frames: { start(): void; stop(): number[] };
  /** From the next pointer or key event to the frame after `selector` is there; in ms. Rejects where it never comes. */
  until(selector: string): Promise<number>;
};

declare global {
  interface Window {
    probe: Probe;
  }
}

/** To be run before anything of the page. */
export function installProbe(): void {
  const nextFrame = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(null);
      });
    });
  let isRunning = false;
  let deltas: number[] = [];
  const probe: Probe = {
    lcpMs: 0,
    cls: 0,
    interactions: new Map(),
    firstPaint: null,
    onPaint: null,
    nextFrame,
    frames: {
      start() {
        isRunning = true;
        deltas = [];
        let last = performance.now();
        const tick = (now: number) => {
          deltas.push(now - last);
          last = now;
          if (isRunning) requestAnimationFrame(tick);
        };
        requestAnimationFrame((now) => {
          last = now;
          requestAnimationFrame(tick);
        });
      },
      stop() {
        isRunning = false;
        return deltas;
      },
    },
    until(selector) {
      return new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error(`${selector} did not come`)), 60_000);
        const begin = (event: Event) => {
          removeEventListener('pointerdown', begin, true);
          removeEventListener('keydown', begin, true);
          const seen = () => {
            if (!document.querySelector(selector)) return false;
            watcher.disconnect();
            void nextFrame().then((now) => resolve(now - event.timeStamp));
            return true;
          };
          const watcher = new MutationObserver(seen);
          watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
          seen();
        };
        addEventListener('pointerdown', begin, true);
        addEventListener('keydown', begin, true);
      });
    },
  };
  window.probe = probe;

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) probe.lcpMs = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) probe.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name } of list.getEntries() as (PerformanceEventTiming & {
      interactionId: number;
    })[]) {
      if (!interactionId || duration < (probe.interactions.get(interactionId)?.ms ?? 0)) continue;
      probe.interactions.set(interactionId, { type: name, ms: duration });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);

  // The painter measures its strokes first and then draws them: the clock begins with the first look at a stroke.
  const measure = Range.prototype.getClientRects;
  let began: number | null = null;
  Range.prototype.getClientRects = function measureAndTell() {
    began ??= performance.now();
    return measure.call(this);
  };
  new MutationObserver((records) => {
    const count = records.filter(
      ({ target, addedNodes }) =>
        addedNodes.length > 0 && target instanceof Element && target.matches('svg[data-strokes]'),
    ).length;
    const start = began ?? performance.now();
    began = null;
    if (count === 0 || (probe.firstPaint && !probe.onPaint)) return;
    void nextFrame().then((end) => {
      probe.firstPaint ??= { ms: end - start, atMs: end, count };
      probe.onPaint?.(performance.timeOrigin + end);
    });
  }).observe(document, { subtree: true, childList: true });
}
