// PATCH: set up the round that the room holds, seat people, take it a step further.

import * as v from 'valibot';
import { changeRound } from '#lib/data/readings/rounds.ts';
import { formatChoice } from '#lib/model/round/presets.ts';
import { roundParts, roundStages } from '#lib/model/round/rule.ts';
import { inRoom, withBody } from '../../../handle.ts';
import { reply } from '../../../respond.ts';

const id = v.pipe(v.string(), v.maxLength(64));

const change = v.strictObject({
  format: v.optional(formatChoice),
  stage: v.optional(v.picklist(roundStages)),
  seats: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          participant: id,
          side: v.nullable(id),
          part: v.nullable(v.picklist(roundParts)),
        }),
      ),
      v.maxLength(200),
    ),
  ),
});

export const PATCH = inRoom(({ request, access }) =>
  withBody(request, change, async (wanted) => {
    const changed = await changeRound(access, wanted);
    return changed.ok ? reply({ round: changed.round }) : changed;
  }),
);
