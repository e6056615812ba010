// A file of cards as it leaves, or comes: each with the words it has and the headings it stands under. It holds no refs: whoever
// opens it elsewhere has only what is in it.

import * as v from 'valibot';
import { cardParts, maxBodyBytes, maxTagLength } from '../record.ts';

/** Everything; only what is read aloud; or everything, with where reading stopped in the speech. */
export const cardShapes = ['full', 'read-aloud', 'marked'] as const;
export type CardShape = (typeof cardShapes)[number];

/** More than this is several files. */
export const maxLeaving = 2000;

const heading = v.optional(v.pipe(v.string(), v.maxLength(200)));
/** One card as it stands in a file. */
export const leavingCard = v.strictObject({
  pocket: heading,
  hat: heading,
  block: heading,
  /** The tag of a card, the first line of an argument. */
  tag: v.pipe(v.string(), v.maxLength(Math.max(maxTagLength, maxBodyBytes))),
  /** What its author says beside it: one line a paragraph. */
  note: v.optional(v.pipe(v.string(), v.maxLength(maxBodyBytes))),
  /** Absent for an argument, which quotes nothing. */
  cite: v.optional(cardParts.cite),
  marks: v.optional(cardParts.marks),
  words: v.optional(v.pipe(v.string(), v.maxLength(1 << 17))),
  /** Where in its words reading stopped. */
  stopped: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type LeavingCard = v.InferOutput<typeof leavingCard>;

export const leavingSchema = v.strictObject({
  title: v.pipe(v.string(), v.maxLength(300)),
  shape: v.picklist(cardShapes),
  cards: v.pipe(v.array(leavingCard), v.maxLength(maxLeaving)),
});
/** In the order of the file. */
export type Leaving = v.InferOutput<typeof leavingSchema>;
