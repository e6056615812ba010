// Flags: what a participant brings to the instructors' notice about a note. A flag is a point in the participant's flags
// document that answers the note, with the reason as its words; it is open until an instructor decided after it.

import { type Entry, type Point, parentOf, type RecordId, type Ref } from './record.ts';

/** The flag's record: one a note and person, so that flagging again says it anew. */
export function flagPoint(of: Ref, reason: string, at: string): { id: RecordId; value: Point } {
  return {
    id: `flag:${of}`,
    value: { type: 'point', kind: 'comment', at, body: reason, links: [{ to: of, stance: 'asks' }] },
  };
}

export type OpenFlag = { of: Ref; reasons: { by: string; reason: string; at: string }[] };

/**
 * The notes with flags nobody has decided on, those flagged first at the front. `decidedAt`: when an instructor last ruled on
 * each note, or dismissed its flags. Times are the server's.
 */
export function openFlags(flags: readonly Entry[], decidedAt: ReadonlyMap<string, string>): OpenFlag[] {
  const open = new Map<Ref, OpenFlag>();
  for (const { participant, value, acceptedAt = '' } of flags) {
    const of = value.type === 'point' && !value.withdrawn ? parentOf(value) : undefined;
    if (of === undefined || value.type !== 'point') continue;
    if (acceptedAt <= (decidedAt.get(of) ?? '')) continue;
    const flag = open.get(of) ?? { of, reasons: [] };
    flag.reasons.push({ by: participant, reason: value.body ?? '', at: acceptedAt });
    open.set(of, flag);
  }
  return [...open.values()];
}
