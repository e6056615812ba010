// Paints stretches of blocks through the CSS Custom Highlight API: no element is added to the text, so nothing moves.
// Which stretch has which paint is decided in paints.ts; the paints' looks are the ::highlight() rules in highlights.css.

import type { Range as TextRange } from '#lib/model/text/text.ts';
import { domEnds } from '../text/text-dom.ts';
import type { Paint } from './paints.ts';

/** A stretch of one block with its paint; offsets in the block. */
export type Stroke = TextRange & { paint: Paint };

export type Painter = {
  /** Makes these the strokes of a block. Costs nothing where they are what is painted already. */
  paint(block: HTMLElement, strokes: readonly Stroke[]): void;
  /** Takes every stroke off the page. */
  dispose(): void;
};

type Painted = { strokes: readonly Stroke[]; key: string; ranges: [Highlight, StaticRange][] };

export function canPaint(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS;
}

/** `priorities`: every paint there is, the lower painted first. */
export function createPainter(priorities: Readonly<Record<Paint, number>>): Painter {
  const highlights = new Map<Paint, Highlight>();
  for (const [paint, priority] of Object.entries(priorities) as [Paint, number][]) {
    const highlight = new Highlight();
    highlight.priority = priority;
    highlights.set(paint, highlight);
    CSS.highlights.set(paint, highlight);
  }
  const painted = new Map<HTMLElement, Painted>();
  const wipe = (block: HTMLElement) => {
    for (const [highlight, range] of painted.get(block)?.ranges ?? []) highlight.delete(range);
    painted.delete(block);
  };
  return {
    paint(block, strokes) {
      const before = painted.get(block);
      if (before?.strokes === strokes) return;
      const key = strokes.map(({ paint, start, end }) => `${paint} ${start} ${end}`).join();
      if ((before?.key ?? '') === key) return;
      wipe(block);
      const ranges: Painted['ranges'] = [];
      for (const { paint, start, end } of strokes) {
        const highlight = highlights.get(paint);
        if (!highlight) continue;
        // The text never changes under its strokes, so nobody has to move them.
        const range = new StaticRange(domEnds(block, start, end));
        highlight.add(range);
        ranges.push([highlight, range]);
      }
      if (key) painted.set(block, { strokes, key, ranges });
    },
    dispose() {
      for (const [paint, highlight] of highlights)
        if (CSS.highlights.get(paint) === highlight) CSS.highlights.delete(paint);
      painted.clear();
    },
  };
}
