// Whether the cards of the margin move to their places or simply stand there: they move when something was said, opened,
// begun or left, not when scrolling brings the next ones near.

import { useEffect, useState } from 'react';

/** The style sheet's calm movements, and the first frames of a slow device before them. */
const movementMs = 400;

/** True from the render in which one of the causes is another until the movement is over. */
export function useIsMoving(...causes: readonly unknown[]): boolean {
  const [last, setLast] = useState(causes);
  const [movement, setMovement] = useState<{ isOver: boolean }>({ isOver: true });
  if (causes.some((cause, i) => cause !== last[i])) {
    setLast(causes);
    setMovement({ isOver: false });
  }
  useEffect(() => {
    if (movement.isOver) return;
    const timer = setTimeout(() => setMovement({ isOver: true }), movementMs);
    return () => clearTimeout(timer);
  }, [movement]);
  return !movement.isOver;
}
