// Draws stretches of blocks behind their words: each row of the text holds an empty drawing (reading-text.tsx), and a
// block's strokes are a few paths in it. The text itself gets no element, so nothing moves; and unlike the browser's own
// highlights, which it validates and paints anew whenever anything on the page changes, a path costs nothing once it is
// drawn (docs/decisions/026). Which stretch has which paint is decided in paints.ts; what paints look like, in
// highlights.css.

import type { Range as TextRange } from '#lib/model/text/text.ts';
import { domEnds } from '../text/text-dom.ts';
import { closePx } from '../text/use-geometry.ts';
import { doubled, type Paint } from './paints.ts';

/** A stretch of one block with its paint; offsets in the block. */
export type Stroke = TextRange & { paint: Paint };

export type Painter = {
  /**
   * Makes these the strokes of those blocks: at once where they are on screen, else in the next frames. Costs nothing where
   * they are what is drawn already.
   */
  paint(strokesOf: ReadonlyMap<HTMLElement, readonly Stroke[]>): void;
  /** Takes every stroke off the page. */
  dispose(): void;
};

/** What is drawn for a block. */
type Drawn = {
  /** What holds the drawing. It may outlive its block: a paragraph that has become a quotation is another element. */
  row: HTMLElement;
  strokes: readonly Stroke[];
  key: string;
  /** Where its pieces lie, by their ends, for as long as its words do not flow anew. */
  pieces: Map<string, readonly Box[]>;
  /** How large the row was when they were measured, in CSS pixels. */
  size: { width: number; height: number } | null;
};

/** Pixels of the drawing, from the upper left corner of its row. */
type Box = { left: number; right: number; top: number; bottom: number };

/** So much of a frame goes to what is not on screen yet. */
const frameShareMs = 6;

/** `order`: every paint there is, the lower drawn first. */
export function createPainter(order: readonly Paint[]): Painter {
  const drawn = new Map<HTMLElement, Drawn>();
  const range = document.createRange();

  /** Blocks whose drawing is not yet what it should be; those that are on screen never wait. */
  const waiting = new Set<HTMLElement>();
  let step: number | undefined;

  // All is measured before anything is drawn: each look at the page after a change would lay it out again.
  const draw = (blocks: Iterable<HTMLElement>, untilMs = Number.POSITIVE_INFINITY) => {
    const drawings: { drawing: SVGSVGElement; paths: SVGPathElement[] }[] = [];
    for (const block of blocks) {
      waiting.delete(block);
      const known = drawn.get(block);
      const drawing = known && drawingIn(known.row);
      if (drawing) drawings.push({ drawing, paths: pathsOf(block, known, range, order) });
      if (performance.now() > untilMs) break;
    }
    // A live range has a price for as long as it is somewhere: each change of the page moves it.
    range.setStart(document, 0);
    range.collapse(true);
    for (const { drawing, paths } of drawings) drawing.replaceChildren(...paths);
  };

  /** What is on screen is drawn at once; what is near it, in the frames after that, a little in each. */
  const drawInTurn = (blocks: readonly HTMLElement[]) => {
    for (const block of blocks) waiting.add(block);
    draw(blocks.filter(isOnScreen));
    if (waiting.size > 0) step ??= requestAnimationFrame(drawMore);
  };
  const drawMore = () => {
    const seen = [...waiting].filter(isOnScreen);
    if (seen.length > 0) draw(seen);
    else draw([...waiting], performance.now() + frameShareMs);
    step = waiting.size > 0 ? requestAnimationFrame(drawMore) : undefined;
  };

  const drawAnew = (blocks: Iterable<HTMLElement>) => {
    const moved = [...blocks];
    for (const block of moved) {
      const known = drawn.get(block);
      if (known) drawn.set(block, { ...known, pieces: new Map(), size: null });
    }
    drawInTurn(moved);
  };

  // Words that flow anew take their strokes along in the same frame. It is the row that is asked: it is as wide as its
  // block and as high, together with what a narrow page puts above the words, which moves them.
  const sizes = new ResizeObserver((entries) => {
    const moved = entries.flatMap(({ target, borderBoxSize: [now] }) => {
      const block = blockIn(target);
      const before = block && drawn.get(block)?.size;
      if (!before || !now) return [];
      const isSame =
        Math.abs(before.width - now.inlineSize) < closePx &&
        Math.abs(before.height - now.blockSize) < closePx;
      return isSame ? [] : [block];
    });
    if (moved.length > 0) drawAnew(moved);
  });
  // A face that comes late may set the words elsewhere in a block of the same size.
  const onFaces = () => drawAnew(drawn.keys());
  document.fonts.addEventListener('loadingdone', onFaces);

  return {
    paint(strokesOf) {
      // Another reading, or another version of it, is other elements.
      for (const [block, { row }] of drawn)
        if (!block.isConnected) {
          sizes.unobserve(row);
          drawingIn(row)?.replaceChildren();
          drawn.delete(block);
          waiting.delete(block);
        }
      const changed: HTMLElement[] = [];
      for (const [block, strokes] of strokesOf) {
        const before = drawn.get(block);
        if (before?.strokes === strokes) continue;
        const key = strokes.map(({ paint, start, end }) => `${paint} ${start} ${end}`).join();
        if ((before?.key ?? '') === key) continue;
        const row = before?.row ?? block.parentElement;
        if (!row) continue;
        drawn.set(block, { pieces: new Map(), size: null, ...before, row, strokes, key });
        if (!before) sizes.observe(row);
        changed.push(block);
      }
      drawInTurn(changed);
    },
    dispose() {
      if (step !== undefined) cancelAnimationFrame(step);
      sizes.disconnect();
      document.fonts.removeEventListener('loadingdone', onFaces);
      for (const { row } of drawn.values()) drawingIn(row)?.replaceChildren();
      drawn.clear();
    },
  };
}

function isOnScreen(block: HTMLElement): boolean {
  const { top, bottom } = block.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function drawingIn(row: HTMLElement): SVGSVGElement | null {
  return row.querySelector<SVGSVGElement>(':scope > svg[data-strokes]');
}

function blockIn(row: Element): HTMLElement | null {
  return row.querySelector<HTMLElement>(':scope > [data-block]');
}

/** A tint and a line for each paint of a block, in order. */
function pathsOf(block: HTMLElement, known: Drawn, range: Range, order: readonly Paint[]): SVGPathElement[] {
  const boxes = boxesOf(block, known, range);
  return order.flatMap((paint) => {
    const lines = boxes.get(paint);
    if (!lines?.length) return [];
    const line = doubled.has(paint) ? feet : foot;
    return [path(paint, 'tint', lines.map(area)), path(paint, 'line', lines.map(line))];
  });
}

/** Where the strokes of each paint lie. Asking the page has its price: each piece between two edges is asked for once. */
function boxesOf(block: HTMLElement, known: Drawn, range: Range): Map<Paint, Box[]> {
  const boxes = new Map<Paint, Box[]>();
  const pieces: Drawn['pieces'] = new Map();
  const edges = [...new Set(known.strokes.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let corner: DOMRect | undefined;
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1];
    if (end === undefined) break;
    const over = new Set(known.strokes.flatMap((s) => (s.start <= start && s.end >= end ? [s.paint] : [])));
    if (over.size === 0) continue;
    let piece = known.pieces.get(`${start} ${end}`);
    if (!piece) {
      corner ??= known.row.getBoundingClientRect();
      known.size ??= { width: corner.width, height: corner.height };
      piece = pieceOf(block, { start, end }, corner, range);
    }
    pieces.set(`${start} ${end}`, piece);
    for (const box of piece) for (const paint of over) lay(boxes, paint, box);
  }
  known.pieces = pieces;
  return boxes;
}

function pieceOf(block: HTMLElement, { start, end }: TextRange, corner: DOMRect, range: Range): Box[] {
  const ends = domEnds(block, start, end);
  range.setStart(ends.startContainer, ends.startOffset);
  range.setEnd(ends.endContainer, ends.endOffset);
  return [...range.getClientRects()].flatMap((rect) => {
    const box = {
      ...{ left: Math.round(rect.left - corner.left), right: Math.round(rect.right - corner.left) },
      ...{ top: rect.top - corner.top, bottom: rect.bottom - corner.top },
    };
    // Where a line breaks in a space, the rest of the piece has no width.
    return box.left === box.right ? [] : [box];
  });
}

/** What goes on along a line is one box. */
function lay(boxes: Map<Paint, Box[]>, paint: Paint, box: Box): void {
  const known = boxes.get(paint) ?? [];
  boxes.set(paint, known);
  const last = known.at(-1);
  if (last && last.right === box.left && last.top === box.top && last.bottom === box.bottom)
    known[known.length - 1] = { ...last, right: box.right };
  else known.push(box);
}

function path(paint: Paint, part: 'tint' | 'line', pieces: readonly string[]): SVGPathElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  element.setAttribute('data-paint', paint);
  element.setAttribute('data-part', part);
  element.setAttribute('d', pieces.join(''));
  return element;
}

function area({ left, right, top, bottom }: Box): string {
  return `M${left} ${round(top)}H${right}V${round(bottom)}H${left}Z`;
}

/** Along the lower edge of the words; highlights.css moves and dashes it. */
function foot({ left, right, bottom }: Box): string {
  return `M${left} ${round(bottom)}H${right}`;
}

function feet(box: Box): string {
  return foot(box) + foot({ ...box, bottom: box.bottom - 2.5 });
}

function round(value: number): number {
  return Math.round(value * 4) / 4;
}
