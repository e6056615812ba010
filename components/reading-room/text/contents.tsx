// The parts of a text: its headings, or where it has none the beginnings of its paragraphs.

import type { Block } from '#lib/model/text/text.ts';
import styles from './contents.module.css';

type Part = { index: number; words: string };

const beginning = 60;

export function partsOf(blocks: readonly Block[]): Part[] {
  const parts = blocks.map(({ type, text }, index) => ({ type, index, words: text }));
  const headings = parts.filter(({ type }) => type === 'heading');
  if (headings.length > 0) return headings;
  return parts
    .filter(({ type }) => type === 'paragraph')
    .map(({ index, words }) => ({ index, words: shortened(words) }));
}

export function Contents({ blocks, onGo }: { blocks: readonly Block[]; onGo: (index: number) => void }) {
  return (
    <ol className={styles.contents}>
      {partsOf(blocks).map(({ index, words }) => (
        <li key={index}>
          <button type="button" onClick={() => onGo(index)}>
            {words}
          </button>
        </li>
      ))}
    </ol>
  );
}

function shortened(words: string): string {
  if (words.length <= beginning) return words;
  return `${words.slice(0, words.lastIndexOf(' ', beginning) + 1 || beginning).trimEnd()}…`;
}
