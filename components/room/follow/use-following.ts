// Who follows whom just now, as this page knows it (U25): one's own decisions, and what others' presence says. The rules
// are the model's; here they meet React.

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { showToast } from '#components/ui/over/toast.tsx';
import {
  answered,
  type Decisions,
  endOf,
  type Following,
  type FollowSigns,
  followingOf,
  lapsed,
  type QuestionId,
  undecided,
} from '#lib/model/following.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import type { Presence } from '#lib/sync/room-state.ts';
import { newRecordId } from '../scene/acts.ts';
import { nameOf, type People } from '../scene/people.ts';

export type FollowDesk = Following & {
  /** What one's own presence says. */
  signs: FollowSigns;
  /** Asks to follow someone, or stops. */
  ask(participant: ParticipantId | null): void;
  answer(question: QuestionId, isYes: boolean): void;
};

export function useFollowing(presence: readonly Presence[], people: People, me: ParticipantId): FollowDesk {
  const t = useTranslations('room.follow');
  const [decisions, setDecisions] = useState<Decisions>(undecided);
  const signs = useMemo(() => signsOf(presence), [presence]);
  const following = useMemo(() => followingOf(me, decisions, signs), [me, decisions, signs]);
  const current = lapsed(decisions, signs);
  if (current !== decisions) setDecisions(current);
  const end = endOf(decisions, signs);
  const { asking } = decisions;

  useEffect(() => {
    if (end === null || asking === null) return;
    showToast(t(end === 'left' ? 'left' : 'denied', { who: nameOf(people, asking.whom) }));
    setDecisions((all) => (all.asking === asking ? { ...all, asking: null } : all));
  }, [end, asking, people, t]);

  const ask = useCallback((whom: ParticipantId | null) => {
    const asking = whom === null ? null : { whom, question: newRecordId() };
    setDecisions((all) => ({ ...all, asking }));
  }, []);
  const answer = useCallback((question: QuestionId, isYes: boolean) => {
    setDecisions((all) => answered(all, question, isYes));
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
