// What a block can be made into, and what people call it.

import type { Block } from '#lib/model/text/text.ts';
import type { Shape } from '#lib/model/text/text-editing.ts';

export const shapes = [
  { value: 'paragraph', label: 'Paragraph', shape: { type: 'paragraph' } },
  { value: 'heading-2', label: 'Heading', shape: { type: 'heading', level: 2 } },
  { value: 'heading-3', label: 'Smaller heading', shape: { type: 'heading', level: 3 } },
  { value: 'heading-4', label: 'Smallest heading', shape: { type: 'heading', level: 4 } },
  { value: 'quotation', label: 'Quotation', shape: { type: 'quotation' } },
  { value: 'item', label: 'List item', shape: { type: 'item' } },
  { value: 'item-ordered', label: 'Numbered item', shape: { type: 'item', ordered: true } },
  { value: 'caption', label: 'Caption', shape: { type: 'caption' } },
  { value: 'footnote', label: 'Footnote', shape: { type: 'footnote' } },
] as const satisfies readonly { value: string; label: string; shape: Shape }[];

export type ShapeName = (typeof shapes)[number]['value'];

export function shapeName({ type, level, ordered }: Block): ShapeName {
  if (type === 'heading') return level === 3 ? 'heading-3' : level === 4 ? 'heading-4' : 'heading-2';
  return type === 'item' ? (ordered ? 'item-ordered' : 'item') : type;
}

const names: Record<Block['type'], string> = {
  paragraph: 'Paragraph',
  heading: 'Heading',
  quotation: 'Quotation',
  item: 'List item',
  caption: 'Caption',
  footnote: 'Footnote',
};

/** "Paragraph 4": what it is, and the how-manieth block. */
export function blockName({ type }: Block, index: number): string {
  return `${names[type]} ${index + 1}`;
}
