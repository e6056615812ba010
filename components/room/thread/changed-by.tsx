// Whose words a side has by now, where partners changed them: both names, and what was said first.

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
  if (editors.length === 0) return null;
  return (
    <p className={styles.changed}>
      <bdi>{nameOf(people, author)}</bdi>, changed by{' '}
      <bdi>{editors.map((id) => nameOf(people, id)).join(' and ')}</bdi>
      {first && (
        <>
          . First: <q dir="auto">{first}</q>
        </>
      )}
    </p>
  );
}
