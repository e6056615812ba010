// One of a post's acts. They are all in its menu, each in words; what is done often is an icon on the line, too, where
// there is a pointer that can ask what it means.

import type { LucideIcon } from 'lucide-react';
import styles from './post.module.css';

export type PostAct = {
  icon: LucideIcon;
  word: string;
  isOften?: boolean;
  /** What is gone for good. */
  isFinal?: boolean;
  onPress: () => void;
};

export function ActIcon({ act: { icon: Icon, word, onPress } }: { act: PostAct }) {
  return (
    <button
      type="button"
      className={`${styles.act} ${styles.often}`}
      aria-label={word}
      title={word}
      onClick={onPress}
    >
      <Icon aria-hidden />
    </button>
  );
}
