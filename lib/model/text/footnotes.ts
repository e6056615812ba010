// The marks of footnotes in a text. A footnote may be referred to more than once, and leads back to its first mark alone.

import type { Block } from './text.ts';

/** The same blocks, in which each further mark of a footnote says that it is one; a block without any stays itself. */
export function withRepeats(blocks: readonly Block[]): readonly Block[] {
  const marked = new Set<string>();
  return blocks.map((block) => {
    const spans = block.spans?.map((span) => {
      if (span.type !== 'note') return span;
      const isAgain = marked.has(span.to);
      marked.add(span.to);
      return isAgain ? { ...span, again: true as const } : span;
    });
    return spans?.some((span, i) => span !== block.spans?.[i]) ? { ...block, spans } : block;
  });
}
