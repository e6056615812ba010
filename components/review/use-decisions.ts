// What instructors decide besides marks, as this page knows it: each call changes it once the server has said so, and
// its refusal is told in words.

import { useCallback, useState } from 'react';
import type * as v from 'valibot';
import { anything, type Outcome, send } from '#components/ui/form/request.ts';
import { showToast } from '#components/ui/over/toast.tsx';
import type { ParticipantId, Ref } from '#lib/model/record.ts';
import type { AnalyticsLevel } from '#lib/model/review/analytics.ts';
import {
  acceptedAnswer,
  commentAnswer,
  overridesAnswer,
  type ReviewData,
  releasedAnswer,
  settingsAnswer,
} from './review-data.ts';

export type SettingsChange = {
  rubricId?: string | null;
  analytics?: AnalyticsLevel;
  notesDueAt?: string | null;
  repliesDueAt?: string | null;
};

export type OverrideForm = {
  participant: ParticipantId;
  decision: 'points' | 'excused' | 'none';
  points?: number;
  reason: string;
  seen: number | null;
};

type Known = Pick<ReviewData, 'settings' | 'comments' | 'accepted' | 'overrides' | 'released'>;

export type Decisions = Known & {
  /** Each gives the problem in words, or null once it is done. */
  changeSettings(change: SettingsChange): Promise<string | null>;
  accept(ref: Ref, isAccepted: boolean): Promise<string | null>;
  override(form: OverrideForm): Promise<string | null>;
  release(participants: readonly ParticipantId[] | null, isReleased: boolean): Promise<string | null>;
  keepComment(body: string): Promise<string | null>;
  dropComment(id: string): Promise<string | null>;
};

export function useDecisions(room: string, rendered: ReviewData): Decisions {
  const [known, setKnown] = useState<Known>(rendered);
  const call = useCallback(
    async <T>(
      path: string,
      schema: v.GenericSchema<unknown, T>,
      body: unknown,
      method?: 'PATCH' | 'DELETE',
    ) => {
      const sent: Outcome<T> = await send(`/rooms/${room}/review${path}`, schema, {
        body,
        ...(method && { method }),
      });
      return sent;
    },
    [room],
  );
  const learn = useCallback(<T extends Partial<Known>>(sent: Outcome<T>): string | null => {
    if (!sent.ok) return sent.problem.message;
    setKnown((before) => ({ ...before, ...sent.value }));
    return null;
  }, []);
  return {
    ...known,
    changeSettings: async (change) => learn(await call('', settingsAnswer, change, 'PATCH')),
    async accept(ref, accepted) {
      const problem = learn(await call('/acceptances', acceptedAnswer, { ref, accepted }));
      if (problem) showToast(problem);
      return problem;
    },
    override: async (form) => learn(await call('/overrides', overridesAnswer, form)),
    async release(participants, released) {
      const body = { ...(participants && { participants }), released };
      return learn(await call('/releases', releasedAnswer, body));
    },
    async keepComment(body) {
      const sent = await call('/comments', commentAnswer, { body });
      if (!sent.ok) return sent.problem.message;
      const { comment } = sent.value;
      setKnown((before) => ({
        ...before,
        comments: [comment, ...before.comments.filter(({ id }) => id !== comment.id)],
      }));
      return null;
    },
    async dropComment(id) {
      const sent = await send(`/rooms/${room}/review/comments/${id}`, anything, { method: 'DELETE' });
      // 204 has no body to read, and no body is what is expected.
      if (!sent.ok) return sent.problem.message;
      setKnown((before) => ({ ...before, comments: before.comments.filter((one) => one.id !== id) }));
      return null;
    },
  };
}
