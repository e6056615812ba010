// The gate's second pass: does each new item stand on the writer's own layer, and under which key (GATE5)?

import * as Y from 'yjs';
import type { Writer } from '#lib/model/permission.ts';
import { layerName } from '#lib/sync/layers.ts';
import { holding } from './contest.ts';
import { type Clocks, type Ground, type Judgement, type NewItem, refuse } from './judgement.ts';
import { haveOrder } from './order.ts';
import type { StructId } from './update.ts';

/** A new item with the key it stands under. */
export type PlacedItem = NewItem & { under: string };

/** Gives the new items with their keys, or the verdict on a frame in which one stands elsewhere. */
export function judgePlaces(clocks: Clocks, writer: Writer, ground: Ground): PlacedItem[] | Judgement {
  const root = layerName(writer.participant);
  const fresh = new Map<number, NewItem[]>();
  for (const item of clocks.items) {
    const siblings = fresh.get(item.client);
    if (siblings) siblings.push(item);
    else fresh.set(item.client, [item]);
  }
  if (!haveOrder(fresh)) return refuse('forbidden-place', 'items that wait for each other');
  const keys = new Map<NewItem, string>();
  const placed: PlacedItem[] = [];
  for (const item of clocks.items) {
    if (item.rightOrigin) return refuse('forbidden-place', 'an item with a right origin');
    const found = keyOf(item, root, fresh, keys, writer, ground);
    if (typeof found !== 'string') return found;
    placed.push({ ...item, under: found });
  }
  return placed;
}

/** Follows an item's origins, without recursion, to the key it stands under; they are in no circle. */
function keyOf(
  item: NewItem,
  root: string,
  fresh: Map<number, NewItem[]>,
  keys: Map<NewItem, string>,
  writer: Writer,
  ground: Ground,
): string | Judgement {
  const chain: NewItem[] = [];
  let at: NewItem = item;
  for (;;) {
    const known = keys.get(at);
    if (known !== undefined) return settle(chain, known, keys);
    chain.push(at);
    if (!at.origin) {
      if (at.parent !== root) return refuse('not-your-layer', 'an item outside the own layer');
      if (at.key === undefined) return refuse('forbidden-place', 'an item without a key');
      return settle(chain, at.key, keys);
    }
    const next = holding(fresh.get(at.origin.client) ?? [], at.origin.clock);
    if (next) {
      at = next;
      continue;
    }
    const under = knownKey(at.origin, writer, ground);
    return typeof under === 'string' ? settle(chain, under, keys) : under;
  }
}

function settle(chain: NewItem[], key: string, keys: Map<NewItem, string>): string {
  for (const item of chain) keys.set(item, key);
  return key;
}

/** The key of an origin that the document already holds; it must be an item of the same author. */
function knownKey(origin: StructId, writer: Writer, ground: Ground): string | Judgement {
  if (origin.clock >= Y.getState(ground.doc.store, origin.client)) return { kind: 'resync' };
  if (ground.owners.get(origin.client) !== writer.participant) {
    return refuse('not-your-layer', 'an item that follows another participant’s');
  }
  const struct = itemAt(ground.doc, origin);
  if (!struct || struct.parentSub === null) return refuse('forbidden-place', 'an origin that is no record');
  return struct.parentSub;
}

function itemAt(doc: Y.Doc, id: StructId): Y.Item | undefined {
  const structs = doc.store.clients.get(id.client);
  const struct = structs?.[Y.findIndexSS(structs, id.clock)];
  return struct instanceof Y.Item ? struct : undefined;
}
