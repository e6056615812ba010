// What a block can be made into. What people call these is in the catalogue, under their names.

import type { Block } from '#lib/model/text/text.ts';
import type { Shape } from '#lib/model/text/text-editing.ts';

export const shapes = [
  { value: 'paragraph', shape: { type: 'paragraph' } },
  { value: 'heading-2', shape: { type: 'heading', level: 2 } },
  { value: 'heading-3', shape: { type: 'heading', level: 3 } },
  { value: 'heading-4', shape: { type: 'heading', level: 4 } },
  { value: 'quotation', shape: { type: 'quotation' } },
  { value: 'item', shape: { type: 'item' } },
  { value: 'item-ordered', shape: { type: 'item', ordered: true } },
  { value: 'caption', shape: { type: 'caption' } },
  { value: 'footnote', shape: { type: 'footnote' } },
] as const satisfies readonly { value: string; shape: Shape }[];

export type ShapeName = (typeof shapes)[number]['value'];

export function shapeName({ type, level, ordered }: Block): ShapeName {
  if (type === 'heading') return level === 3 ? 'heading-3' : level === 4 ? 'heading-4' : 'heading-2';
  return type === 'item' ? (ordered ? 'item-ordered' : 'item') : type;
}
