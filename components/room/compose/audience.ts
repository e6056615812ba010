// Who will see what is being written, in words. The composer says it before anything is posted.

import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';
import { useDateFormat } from '#components/ui/dates.ts';
import type { VisibilityRule } from '#lib/model/visibility.ts';

type Words = { t: ReturnType<typeof useTranslations<'thread.audience'>>; days: Intl.DateTimeFormat };

const dayAndTime = { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;

export function useAudience(group: string | null, rule: VisibilityRule, pseudonym: string | null): string {
  const t = useTranslations('thread.audience');
  const days = useDateFormat(dayAndTime);
  return useMemo(() => audienceOf(group, rule, pseudonym, { t, days }), [group, rule, pseudonym, t, days]);
}

/**
 * What follows "Seen by": true under the room's rule of visibility. `group` is a name, or null for "everyone";
 * `pseudonym` is what the others call one, where the room hides names from them.
 */
export function audienceOf(
  group: string | null,
  rule: VisibilityRule,
  pseudonym: string | null,
  words: Words,
): string {
  const seen = seenBy(group, rule, words);
  return pseudonym === null ? seen : words.t('pseudonym', { seen, pseudonym });
}

function seenBy(group: string | null, rule: VisibilityRule, { t, days }: Words): string {
  switch (rule.kind) {
    case 'open':
      return group ? t('openGroup', { group }) : t('open');
    case 'after-own-notes': {
      const { notes } = rule;
      return group ? t('afterNotesGroup', { group, notes }) : t('afterNotes', { notes });
    }
    case 'from': {
      const day = days.format(new Date(rule.at));
      return group ? t('fromGroup', { group, day }) : t('from', { day });
    }
    case 'when-opened':
      if (rule.opened) return seenBy(group, { kind: 'open' }, { t, days });
      return group ? t('onceOpenedGroup', { group }) : t('onceOpened');
  }
}
