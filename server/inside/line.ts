// A line in which works wait for their turn, one at a time. Who has waited too long without a sign of life goes away, and
// then nothing is begun for them: they may safely ask again.

/** How long one waits for a disk that takes nothing. */
const patienceMs = 15_000;

export class Line {
  private tail: Promise<void> = Promise.resolve();
  private length = 0;
  /** The clocks of all who wait, for their turn or for its end: whatever goes on in the line starts them anew. */
  private readonly clocks = new Set<() => void>();

  private readonly onEmpty: () => void;

  /** `onEmpty` is told whenever nobody works in it any more, be it that its caller has gone. */
  constructor(onEmpty = () => {}) {
    this.onEmpty = onEmpty;
  }

  /**
   * What comes of `work`, which tells when it has got on. Undefined once nothing has got on for too long: where it was not
   * begun it never will be; else it goes on to its end.
   */
  take<T>(work: (gotOn: () => void) => Promise<T>): Promise<T | undefined> {
    let isGone = false;
    const gotOn = () => {
      for (const startAnew of [...this.clocks]) startAnew();
    };
    this.length++;
    const turn = this.tail.then(() => {
      if (isGone) return undefined;
      gotOn();
      return work(gotOn);
    });
    const ended = () => {
      this.length--;
      gotOn();
      if (this.length === 0) this.onEmpty();
    };
    // A failure is its caller's to hear; the next in line begins anew.
    this.tail = turn.then(ended, ended);
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const leave = () => {
        clearTimeout(timer);
        this.clocks.delete(startAnew);
      };
      const startAnew = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          isGone = true;
          leave();
          resolve(undefined);
        }, patienceMs);
      };
      startAnew();
      this.clocks.add(startAnew);
      turn.then(resolve, reject).finally(leave);
    });
  }
}
