// Who will see what is being written, in words. The composer says it before anything is posted.

import type { VisibilityRule } from '#lib/model/visibility.ts';

/**
 * The sentence after "Seen by": true under the room's rule of visibility. `group` is a name, or null for "everyone";
 * `pseudonym` is what the others call one, where the room hides names from them.
 */
export function audienceOf(
  group: string | null,
  rule: VisibilityRule,
  pseudonym: string | null = null,
): string {
  const seen = seenBy(group, rule);
  return pseudonym === null ? seen : `${seen} · members see you as ${pseudonym}`;
}

function seenBy(group: string | null, rule: VisibilityRule): string {
  const everyone = group ?? 'everyone here';
  switch (rule.kind) {
    case 'open':
      return group ? `${group} and instructors` : everyone;
    case 'after-own-notes':
      return `instructors, and by ${everyone} after ${rule.notes === 1 ? 'a first note' : `${rule.notes} notes`} of their own`;
    case 'from':
      return `instructors, and by ${everyone} from ${dayOf(rule.at)}`;
    case 'when-opened':
      return rule.opened ? seenBy(group, { kind: 'open' }) : `instructors, and by ${everyone} once opened`;
  }
}

function dayOf(at: string): string {
  return new Intl.DateTimeFormat(undefined, {
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(at));
}
