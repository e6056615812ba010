// What a correction will do to the notes on a text, told before it is published.

import type { Anchor } from '../record.ts';
import { type Carried, carry, type Destination } from './carry.ts';

/** How many notes will be what. Those that had lost their words before are counted apart: nothing happens to them. */
export type Outlook = Record<Carried['state'], number> & { lostBefore: number };

/** A note that will not be as it was: its words then, and what will stand there, if anything. */
export type Affected<T> = {
  of: T;
  state: Exclude<Carried['state'], 'exact'>;
  was: string;
  now: string | null;
};

/** Counts what becomes of anchors between the text as it stands and the corrected one, and tells which are affected. */
export function outlookFor<T>(
  anchors: Iterable<{ of: T; anchor: Anchor }>,
  standing: Destination,
  corrected: Destination,
): { outlook: Outlook; affected: Affected<T>[] } {
  const outlook: Outlook = { exact: 0, moved: 0, reworded: 0, uncertain: 0, gone: 0, lostBefore: 0 };
  const affected: Affected<T>[] = [];
  for (const { of, anchor } of anchors) {
    const [before, after] = [carry(anchor, standing), carry(anchor, corrected)];
    if (isLost(before) && isLost(after)) {
      outlook.lostBefore++;
      continue;
    }
    outlook[after.state]++;
    const now = after.state === 'gone' ? null : corrected.text.slice(after.start, after.end);
    const isAsBefore =
      after.state === before.state &&
      'start' in before &&
      now === standing.text.slice(before.start, before.end);
    if (after.state !== 'exact' && !isAsBefore)
      affected.push({ of, state: after.state, was: anchor.quote, now });
  }
  return { outlook, affected };
}

function isLost({ state }: Carried): boolean {
  return state === 'gone' || state === 'uncertain';
}
