// Which paint a passage has: by what the point does, and by what is happening to it just now. Pure.

import { noteOf, type Point, type Ref, stanceOf } from '#lib/model/record.ts';
import { type Passage, segmentsOf } from '#lib/model/text/segment.ts';
import type { Stroke } from './painter.ts';

/** The names that highlights.css gives a look, in the order in which they lie on each other. */
export const paintOrder = [
  'note-withdrawn',
  'note-comment',
  'note-highlight',
  'note-claim',
  'note-question',
  'note-supports',
  'note-rebuts',
  'note-undercuts',
  'note-qualifies',
  'note-asks',
  'note-concedes',
  'several-notes',
  'others-selection',
  'lit-note',
  'active-note',
  'draft-passage',
] as const;
export type Paint = (typeof paintOrder)[number];

/** Whose line is double, which no stroke of a path can be. */
export const doubled: ReadonlySet<Paint> = new Set<Paint>(['note-qualifies']);

/** A reply that cites words wears its stance, a first point its kind; what was taken back, neither. */
export function paintOf(value: Point): Paint {
  if (value.withdrawn) return 'note-withdrawn';
  const stance = stanceOf(value);
  return stance ? `note-${stance}` : `note-${noteOf(value).kind}`;
}

/** What lies over the notes of a block besides their own paint. */
export type Overlay = { active?: ReadonlySet<Ref>; lit?: ReadonlySet<Ref> };

/**
 * The strokes of a block's notes: each segment in the paint of its shortest passage, deeper where several lie over each
 * other. What touches in one paint is one stroke.
 */
export function strokesOf(passages: readonly Passage[], paintOfRef: (ref: Ref) => Paint): Stroke[] {
  const strokes: Stroke[] = [];
  const lastOf = new Map<Paint, Stroke>();
  const lay = (stroke: Stroke) => {
    const last = lastOf.get(stroke.paint);
    if (last?.end === stroke.start) last.end = stroke.end;
    else {
      strokes.push(stroke);
      lastOf.set(stroke.paint, stroke);
    }
  };
  for (const { start, end, refs } of segmentsOf(passages)) {
    if (refs[0]) lay({ start, end, paint: paintOfRef(refs[0]) });
    if (refs.length > 1) lay({ start, end, paint: 'several-notes' });
  }
  return strokes;
}

/** What is laid over them: lit and active passages, whole, even under shorter ones (U7). */
export function strokesOver(passages: readonly Passage[], { active, lit }: Overlay): Stroke[] {
  return passages.flatMap(({ ref, start, end }): Stroke[] => {
    if (active?.has(ref)) return [{ start, end, paint: 'active-note' }];
    return lit?.has(ref) ? [{ start, end, paint: 'lit-note' }] : [];
  });
}
