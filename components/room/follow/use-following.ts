// Who follows whom just now, as this page knows it (U25): one's own decisions, and what others' presence says. The rules
// are the model's; here they meet React.

import { useCallback, useEffect, useMemo, useState } from 'react';
import { showToast } from '#components/ui/over/toast.tsx';
import {
  type Decisions,
  endOf,
  type Following,
  type FollowSigns,
  followingOf,
  lapsed,
  undecided,
} from '#lib/model/following.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import type { Presence } from '#lib/sync/room-state.ts';
import { nameOf, type People } from '../scene/people.ts';

export type FollowDesk = Following & {
  /** What one's own presence says. */
  signs: FollowSigns;
  /** Asks to follow someone, or stops. */
  ask(participant: ParticipantId | null): void;
  /** Answers who asked; a yes can be taken back. */
  answer(participant: ParticipantId, isYes: boolean): void;
};

export function useFollowing(presence: readonly Presence[], people: People, me: ParticipantId): FollowDesk {
  const [decisions, setDecisions] = useState<Decisions>(undecided);
  const signs = useMemo(() => signsOf(presence), [presence]);
  const following = useMemo(() => followingOf(me, decisions, signs), [me, decisions, signs]);
  const [before, setBefore] = useState<ParticipantId | null>(null);
  const { asking } = decisions;
  const end = endOf(me, decisions, signs, before !== null && before === asking);
  const current = lapsed(me, decisions, signs);
  if (current !== decisions) setDecisions(current);
  if (before !== following.follows && end === null) setBefore(following.follows);

  useEffect(() => {
    if (end === null || asking === null) return;
    const name = nameOf(people, asking);
    showToast(end === 'left' ? `${name} is not here any more.` : `${name} would rather not be followed now.`);
    setDecisions((all) => (all.asking === asking ? { ...all, asking: null } : all));
    setBefore(null);
  }, [end, asking, people]);

  const ask = useCallback((asking: ParticipantId | null) => {
    setDecisions((all) => ({ ...all, asking }));
    setBefore(null);
  }, []);
  const answer = useCallback((participant: ParticipantId, isYes: boolean) => {
    setDecisions(({ asking, letting, denying }) => {
      const [yes, no] = [letting, denying].map((list) => list.filter((one) => one !== participant));
      return {
        asking,
        letting: isYes ? [...(yes ?? []), participant] : (yes ?? []),
        denying: isYes ? (no ?? []) : [...(no ?? []), participant],
      };
    });
  }, []);
  // Made anew only by one's own decisions: what it is told with is heard by everyone.
  const own = useMemo(() => saidBy(decisions), [decisions]);
  return useMemo(() => ({ ...following, signs: own, ask, answer }), [following, own, ask, answer]);
}

function saidBy({ asking, letting, denying }: Decisions): FollowSigns {
  return {
    ...(asking === null ? {} : { asks: asking }),
    ...(letting.length > 0 ? { lets: letting } : {}),
    ...(denying.length > 0 ? { denies: denying } : {}),
  };
}

/** One person on several devices speaks with one voice: what any of them says. */
function signsOf(presence: readonly Presence[]): Map<ParticipantId, FollowSigns> {
  const signs = new Map<ParticipantId, FollowSigns>();
  for (const { participant, follow } of presence)
    signs.set(participant, { ...signs.get(participant), ...follow });
  return signs;
}
