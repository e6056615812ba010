// The element of a point's card: what links, marks and focus look for.

import type { Ref } from '#lib/model/record.ts';

export function cardId(ref: Ref): string {
  return `point-${ref}`;
}
