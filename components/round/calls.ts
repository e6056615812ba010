// What changes a round on the server (PATCH /api/rooms/:id/round). Each gives the problem in words, or null once done.

import { anything, send } from '#components/ui/form/request.ts';
import type { ParticipantId } from '#lib/model/record.ts';
import type { FormatChoice } from '#lib/model/round/presets.ts';
import type { RoundStage, Seat } from '#lib/model/round/rule.ts';

export type RoundChange = {
  format?: FormatChoice;
  stage?: RoundStage;
  seats?: ({ participant: ParticipantId } & Seat)[];
};

export async function changeRound(roomId: string, change: RoundChange): Promise<string | null> {
  const answer = await send(`/rooms/${encodeURIComponent(roomId)}/round`, anything, {
    method: 'PATCH',
    body: change,
  });
  return answer.ok ? null : answer.problem.message;
}

export function setStage(roomId: string, stage: RoundStage): Promise<string | null> {
  return changeRound(roomId, { stage });
}
