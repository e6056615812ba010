// A note's versions as steps that someone can read: what changed each time, the newest first. Pure.

import type { ParticipantId } from '../record.ts';

/** What stood from `at` on, ISO UTC by the server's clock. */
export type Version = {
  at: string;
  by: ParticipantId;
  body?: string | undefined;
  quote?: string | undefined;
  withdrawn?: true | undefined;
  placed?: true | undefined;
};

export type Step = { at: string; by: ParticipantId } & (
  | { kind: 'said'; body: string; quote: string | undefined }
  /** The words before and after. */
  | { kind: 'reworded'; before: string; after: string }
  /** Its author gave it another passage. */
  | { kind: 'moved'; before: string | undefined; after: string | undefined }
  /** An instructor did; without a passage, an earlier placing was taken back. */
  | { kind: 'placed'; after: string | undefined }
  | { kind: 'withdrawn' }
  | { kind: 'restored' }
);

/** The steps of a note, from its versions in order; a version that changed nothing to be seen is none. */
export function stepsOf(versions: readonly Version[]): Step[] {
  const steps: Step[] = [];
  let before: Version | undefined;
  let isTaken = false;
  for (const version of versions) {
    const { at, by, body = '', quote } = version;
    if (version.placed) steps.push({ at, by, kind: 'placed', after: quote });
    else if (version.withdrawn) {
      isTaken = true;
      steps.push({ at, by, kind: 'withdrawn' });
    } else {
      if (isTaken) steps.push({ at, by, kind: 'restored' });
      isTaken = false;
      if (!before) steps.push({ at, by, kind: 'said', body, quote });
      else {
        if ((before.body ?? '') !== body)
          steps.push({ at, by, kind: 'reworded', before: before.body ?? '', after: body });
        if (before.quote !== quote) steps.push({ at, by, kind: 'moved', before: before.quote, after: quote });
      }
      before = version;
    }
  }
  return steps.reverse();
}
