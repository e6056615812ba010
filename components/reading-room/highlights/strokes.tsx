// Keeps the passages painted: of the blocks near the screen, and of those only the ones whose strokes changed. An element
// of its own that draws nothing itself, so that scrolling asks it and not the text. Each version of a text has its own (by
// `key`): a corrected paragraph may keep its element and its size, while its words stand elsewhere.

import { memo, type RefObject, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Discussion } from '#components/room/frame/discussion.ts';
import type { Ref } from '#lib/model/record.ts';
import { type BlockPlace, passagesByBlock } from '#lib/model/text/segment.ts';
import type { Range } from '#lib/model/text/text.ts';
import { blockElements } from '../text/text-dom.ts';
import { type Geometry, useNearStretch } from '../text/use-geometry.ts';
import { createPainter, type Painter, type Stroke } from './painter.ts';
import { type Overlay, type Paint, paintOf, paintOrder, strokesOf, strokesOver } from './paints.ts';

type Props = {
  articleRef: RefObject<HTMLElement | null>;
  places: readonly BlockPlace[];
  discussion: Discussion;
  overlay: Overlay;
  /** Passages that drafts are about, and what others have selected: ranges of the canonical text. */
  drafted: readonly Range[];
  selectedByOthers: readonly Range[];
  geometry: Geometry | null;
};

export const Strokes = memo(function Strokes(props: Props) {
  const { articleRef, places, discussion, drafted, selectedByOthers, geometry } = props;
  // The card that opens comes first.
  const overlay = useDeferredValue(props.overlay);
  const near = useNearStretch(articleRef);
  const [painter, setPainter] = useState<Painter | null>(null);

  useEffect(() => {
    const made = createPainter(paintOrder);
    setPainter(made);
    return () => {
      made.dispose();
      setPainter(null);
    };
  }, []);

  // Worked out when a paragraph comes near, and once for each picture: scrolling back and forth asks for no more, and what
  // is lit asks only for what lies over the rest.
  const notesIn = useMemo(
    () => once((index) => strokesOf(discussion.passages[index] ?? [], (ref) => paintOfRef(discussion, ref))),
    [discussion],
  );
  const strokesIn = useMemo(() => {
    const drafts = strokesByBlock(drafted, 'draft-passage', places);
    const others = strokesByBlock(selectedByOthers, 'others-selection', places);
    return once((index) => {
      const notes = notesIn(index);
      const over = [
        ...strokesOver(discussion.passages[index] ?? [], overlay),
        ...(others[index] ?? []),
        ...(drafts[index] ?? []),
      ];
      return over.length > 0 ? [...notes, ...over] : notes;
    });
  }, [notesIn, discussion, overlay, drafted, selectedByOthers, places]);

  useEffect(() => {
    const article = articleRef.current;
    if (!painter || !article || !geometry || !near) return;
    const elements = blockElements(article);
    const strokes = new Map<HTMLElement, readonly Stroke[]>();
    for (const index of geometry.blocksIn(near)) {
      const block = elements[index];
      if (block) strokes.set(block, strokesIn(index));
    }
    painter.paint(strokes);
  }, [articleRef, painter, geometry, near, strokesIn]);

  return null;
});

export function paintOfRef({ posts }: Discussion, ref: Ref) {
  const value = posts.get(ref)?.post.entry?.value;
  return value ? paintOf(value) : 'note-comment';
}

/** Works out what a block has when it is first asked for. */
function once(work: (index: number) => readonly Stroke[]): (index: number) => readonly Stroke[] {
  const known = new Map<number, readonly Stroke[]>();
  return (index) => {
    const strokes = known.get(index) ?? work(index);
    known.set(index, strokes);
    return strokes;
  };
}

function strokesByBlock(ranges: readonly Range[], paint: Paint, places: readonly BlockPlace[]): Stroke[][] {
  if (ranges.length === 0) return [];
  const passages = ranges.map((range, i) => ({ ...range, ref: `stroke/${i}` as const }));
  return passagesByBlock(passages, places).map((list) =>
    list.map(({ start, end }) => ({ start, end, paint })),
  );
}
