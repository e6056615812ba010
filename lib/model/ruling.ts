// Which ruling holds: of all that were made about a point, the last one on the same question. Who may rule is
// permission.ts's; what a ruling does to a screen is that screen's.

import type { Entry, Ruling, RulingAct } from './record.ts';

/** For each question about each thing ruled on, the ruling that holds. */
export type HoldingRulings = ReadonlyMap<string, Entry<Ruling>>;

const questions: Record<RulingAct, string> = {
  hide: 'hidden',
  show: 'hidden',
  resolve: 'resolved',
  reopen: 'resolved',
  lock: 'locked',
  unlock: 'locked',
  erase: 'erased',
};

/** Of each question (folded? hidden?) about each point, the ruling that holds: the last of `rulings`, which come in order. */
export function lastRulings(rulings: Iterable<Entry<Ruling>>): HoldingRulings {
  const last = new Map<string, Entry<Ruling>>();
  for (const ruling of rulings) last.set(questionOf(ruling.value), ruling);
  return last;
}

/** The ruling by which this act holds for `of`; undefined where none was made, or a later one took it back. */
export function ruledBy(
  rulings: HoldingRulings,
  act: RulingAct,
  of: Ruling['of'],
): Entry<Ruling> | undefined {
  const ruling = rulings.get(`${questions[act]} ${of}`);
  return ruling?.value.act === act ? ruling : undefined;
}

function questionOf({ act, of }: Ruling): string {
  return `${questions[act]} ${of}`;
}
