// One of a post's acts as its icon; the word is spoken, shown when it is pointed at, and stands beside the icon where
// nothing can be pointed with, so that a line of acts stays one line in any language.

import type { LucideIcon } from 'lucide-react';
import styles from './post.module.css';

export function Act({ icon: Icon, word, onPress }: { icon: LucideIcon; word: string; onPress: () => void }) {
  return (
    <button type="button" className={styles.act} title={word} onClick={onPress}>
      <Icon aria-hidden />
      <span className={styles.word}>{word}</span>
    </button>
  );
}
