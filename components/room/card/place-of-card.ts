// Where a card goes unless its maker says otherwise: prep is one's side's until it is said.

import type { Place } from '#lib/sync/room-state.ts';

export function placeOfCard(open: readonly Place[], wished?: Place): Place | undefined {
  if (wished && open.includes(wished)) return wished;
  return (['side', 'private', 'room'] as const).find((one) => open.includes(one));
}
