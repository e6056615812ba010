// From thread to thread in the order of the text, and on to the next that has something unread (U29).

import type { Discussion } from '#components/room/frame/discussion.ts';
import type { Unread } from '#components/room/frame/use-unread.ts';
import type { Ref } from '#lib/model/record.ts';
import { neighbour } from '#lib/model/threads/unread.ts';
import type { Opening } from '../opening/use-opening.ts';

export type Walk = {
  /** Opens the next thread with something unread, at its first unread post: in this reading first, then in those after it. */
  next(): void;
  /** Opens the next thread, or the one before. */
  step(step: 1 | -1): void;
};

type Goings = {
  open: Opening['open'];
  /** Asked for the next unread, there is none. */
  onNone(): void;
};

/** `shown`: which of the room's readings is in view, from 0 on. */
export function walkOf(
  { cards, elsewhere, posts }: Discussion,
  unread: Unread,
  active: Ref | null,
  shown: number,
  { open, onNone }: Goings,
): Walk {
  const at = active === null ? null : (posts.get(active)?.thread.ref ?? null);
  // Made when somebody walks, not whenever the desk is drawn.
  const refsInOrder = () => cards.map(({ thread }) => thread.ref);
  const next = () => {
    const order = refsInOrder();
    const start = at === null ? 0 : order.indexOf(at) + 1;
    const others = (isBefore: boolean) =>
      elsewhere.filter((one) => one.order < shown === isBefore).map(({ thread }) => thread.ref);
    const around = [...order.slice(start), ...others(false), ...others(true), ...order.slice(0, start)];
    const found = around.find((ref) => unread.has(ref));
    const post = found && unread.get(found)?.[0];
    if (post) open(post.ref, { focus: true });
    else onNone();
  };
  const step = (by: 1 | -1) => {
    const found = neighbour(refsInOrder(), at, by);
    if (found) open(found, { focus: true });
  };
  return { next, step };
}
