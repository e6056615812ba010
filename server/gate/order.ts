// Can what a frame brings be put in at all? Yjs puts in an item after the one it follows and after its client's former
// one; where these wait for each other, it would keep the whole frame pending for ever (GATE3).

import { holding } from './contest.ts';
import type { StructId } from './update.ts';

type Item = StructId & { length: number; origin: StructId | undefined };

/** Is there an order in which no item waits for a later one? `fresh`: a frame's new items by client, in clock order. */
export function haveOrder(fresh: ReadonlyMap<number, readonly Item[]>): boolean {
  const placed = new Set<Item>();
  for (const items of fresh.values()) {
    const last = items.at(-1);
    if (last && !canPlace(last, fresh, placed)) return false;
  }
  return true;
}

/** Goes from an item to all that it waits for, without recursion; false when that leads back to itself. */
function canPlace(start: Item, fresh: ReadonlyMap<number, readonly Item[]>, placed: Set<Item>): boolean {
  const path = [start];
  const onPath = new Set(path);
  for (let item = path.at(-1); item; item = path.at(-1)) {
    const next = awaited(item, fresh).find((one) => !placed.has(one));
    if (!next) {
      placed.add(item);
      onPath.delete(item);
      path.pop();
      continue;
    }
    if (onPath.has(next)) return false;
    path.push(next);
    onPath.add(next);
  }
  return true;
}

/** Of the same frame: the item before it of its client, and the one it follows. */
function awaited({ client, clock, origin }: Item, fresh: ReadonlyMap<number, readonly Item[]>): Item[] {
  const former = clock > 0 ? holding(fresh.get(client) ?? [], clock - 1) : undefined;
  const followed = origin && holding(fresh.get(origin.client) ?? [], origin.clock);
  return [former, followed].filter((one) => one !== undefined);
}
