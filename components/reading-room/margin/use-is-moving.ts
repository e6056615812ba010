// Whether the cards of the margin move to their places or simply stand there: they move when something was said, opened,
// begun or left, not when scrolling brings the next ones near.

import { useEffect, useState } from 'react';

/** As long as the style sheet's calm movements take, and the frame before them. */
const movementMs = 250;

/** True from the render in which one of the causes is another until the movement is over. */
export function useIsMoving(...causes: readonly unknown[]): boolean {
  const [settled, setSettled] = useState(causes);
  const isMoving = causes.some((cause, i) => cause !== settled[i]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the causes are a new list at each render; what is in it counts.
  useEffect(() => {
    if (!isMoving) return;
    const timer = setTimeout(() => setSettled(causes), movementMs);
    return () => clearTimeout(timer);
  }, [isMoving, ...causes]);
  return isMoving;
}
