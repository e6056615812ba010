// Whose words a side has by now, where partners changed them: both names, and what was said first.

import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { listFormat } from '#lib/words/lists.ts';
import { nameOf } from '../scene/people.ts';
import { useScene } from '../scene/scene.ts';
import styles from './post.module.css';

type Props = {
  author: string;
  editors: readonly string[];
  /** The author's words, where they are others than those shown. */
  first: string | undefined;
};

export function ChangedBy({ author, editors, first }: Props) {
  const { people } = useScene();
  const t = useTranslations('thread.post');
  const locale = useLocale();
  if (editors.length === 0) return null;
  const names = {
    author: nameOf(people, author),
    editors: listFormat(locale).format(editors.map((id) => nameOf(people, id))),
  };
  const name = (words: ReactNode) => <bdi>{words}</bdi>;
  const words = (words: ReactNode) => <q dir="auto">{words}</q>;
  return (
    <p className={styles.changed}>
      {first
        ? t.rich('changedFrom', { ...names, first, name, words })
        : t.rich('changed', { ...names, name })}
    </p>
  );
}
