// Work that must not slow down what is shown now.

/** Runs it once the page has nothing else to do; gives the way to call it off. */
export function whenIdle(act: () => void): () => void {
  // Safari has no idle time to give.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act, 2000);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: 10_000 });
  return () => cancelIdleCallback(handle);
}
