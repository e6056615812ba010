'use client';
// What is changed in a list that the server tells: pressed, an entry's button is busy until the list has come again.

import { useRouter } from 'next/navigation';
import { startTransition, useState } from 'react';

/** `turn` does the work and asks for the page anew; from the press until that is shown, `isTurning` holds of the entry. */
export function useTurning() {
  const router = useRouter();
  const [turning, setTurning] = useState<ReadonlySet<string>>(new Set());
  const turn = async <Done>(id: string, work: () => Promise<Done>): Promise<Done> => {
    setTurning((before) => new Set(before).add(id));
    const done = await work();
    // In one transition: what is busy ends with the very rendering that shows what came of it.
    startTransition(() => {
      router.refresh();
      setTurning((before) => new Set([...before].filter((one) => one !== id)));
    });
    return done;
  };
  return { isTurning: (id: string) => turning.has(id), turn };
}
