// Whose selection a faint tint is (U22): a name above its first words, for a moment. A picture only: what someone selects
// is nothing to be told of until they say something about it.

import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react';
import { nameOf, type People } from '#components/room/scene/people.ts';
import { type BlockPlace, blockAt } from '#lib/model/text/segment.ts';
import type { Presence } from '#lib/sync/room-state.ts';
import { blockElement, domRange } from '../text/text-dom.ts';
import type { Geometry } from '../text/use-geometry.ts';
import styles from './selection-names.module.css';

type Props = {
  articleRef: RefObject<HTMLElement | null>;
  places: readonly BlockPlace[];
  presence: readonly Presence[];
  people: People;
  /** Changes when the text may stand differently. */
  geometry: Geometry | null;
};

/** A name and where it stands, in CSS pixels from the top left of the article. */
type Label = { key: string; name: string; x: number; y: number };

const noLabels: readonly Label[] = [];

export function SelectionNames({ articleRef, places, presence, people, geometry }: Props) {
  const [labels, setLabels] = useState(noLabels);
  useLayoutEffect(() => {
    const article = articleRef.current;
    const selected = presence.filter(({ isMe, selection }) => !isMe && selection);
    // Where nobody selects anything the layout is not asked: it may be being changed just now.
    if (!article || !geometry || selected.length === 0) {
      setLabels(noLabels);
      return;
    }
    const origin = article.getBoundingClientRect();
    const made = selected.flatMap(({ participant, selection }): Label[] => {
      if (!selection) return [];
      const { start, end } = selection;
      const index = blockAt(places, start);
      const block = blockElement(article, index);
      if (!block) return [];
      const at = start - (places[index]?.start ?? 0);
      const { left, top } = domRange(block, at, at + 1).getBoundingClientRect();
      const key = `${participant} ${start} ${end}`;
      return [{ key, name: nameOf(people, participant), x: left - origin.left, y: top - origin.top }];
    });
    setLabels(made);
  }, [articleRef, places, presence, people, geometry]);
  return labels.map(({ key, name, x, y }) => (
    <span
      key={key}
      className={styles.name}
      aria-hidden="true"
      dir="auto"
      style={{ '--x': `${Math.round(x)}px`, '--y': `${Math.round(y)}px` } as CSSProperties}
    >
      {name}
    </span>
  ));
}
