// Two wordings of the same thing, with what only one of them has marked word by word.

import { useTranslations } from 'use-intl/react';
import { type Wording, wordingsOf } from '#lib/model/editions/wording.ts';
import { shortened } from './shortened.ts';
import styles from './then-and-now.module.css';

/** The longest wording that is compared and shown whole, in UTF-16 units: as long as a note may be. */
const mostShown = 8192;

type Props = {
  then: string;
  now: string;
  /** Words of the text, in its letters. */
  isQuoted?: boolean;
  /** From where on only the ends are shown, in UTF-16 units. */
  most?: number;
};

export function ThenAndNow({ then, now, isQuoted = false, most = mostShown }: Props) {
  const t = useTranslations('thread.wordings');
  const isLong = then.length > most || now.length > most;
  const wordings = isLong ? null : wordingsOf(then, now);
  return (
    <dl className={styles.versions} data-quoted={isQuoted}>
      <dt>{t('before')}</dt>
      <dd dir="auto">{wordings ? <Marked wording={wordings.before} as="del" /> : shortened(then, most)}</dd>
      <dt>{t('now')}</dt>
      <dd dir="auto">{wordings ? <Marked wording={wordings.after} as="ins" /> : shortened(now, most)}</dd>
    </dl>
  );
}

function Marked({ wording, as: Mark }: { wording: readonly Wording[]; as: 'del' | 'ins' }) {
  return wording.map((part, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a wording's stretches have no other name
    part.isShared ? part.text : <Mark key={i}>{part.text}</Mark>,
  );
}
