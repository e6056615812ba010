// A standing as a shape in ink with its words: hue is for stance, and no meaning is in a shape alone (U55).

import { useTranslations } from 'use-intl/react';
import type { Standing } from '#lib/model/argument/standing.ts';
import type { Ref } from '#lib/model/record.ts';
import { useStanding } from '../scene/standings.ts';
import styles from './standing-mark.module.css';

/** On a grid of 12: a disc stands, a ringed disc stood an objection, a struck ring does not, half a disc is open. */
export const standingShapes: Record<Standing, string> = {
  'not-challenged': 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z',
  answered:
    'M6 .5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zm0 1.3a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 1 1 0-8.4zM6 3.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6z',
  unanswered:
    'M6 .8a5.2 5.2 0 1 0 0 10.4a5.2 5.2 0 1 0 0-10.4zm0 1.5c.8 0 1.5.2 2.1.6L2.9 8.1A3.7 3.7 0 0 1 6 2.3zm3.1 1.6a3.7 3.7 0 0 1-5.2 5.2z',
  disputed: 'M6 .8a5.2 5.2 0 1 0 0 10.4a5.2 5.2 0 1 0 0-10.4zm0 1.5a3.7 3.7 0 0 1 0 7.4z',
};

/** Shows nothing where the room shows no standing, or this point has none. */
export function StandingMark({ of }: { of: Ref }) {
  const standing = useStanding(of);
  const t = useTranslations('terms.standing');
  if (!standing) return null;
  return (
    <span className={styles.standing} data-standing={standing}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={standingShapes[standing]} fillRule="evenodd" />
      </svg>
      {t(standing)}
    </span>
  );
}
