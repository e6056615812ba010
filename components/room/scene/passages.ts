// Anchors and the text of this room: from a range to an anchor, from an anchor to where it stands, and its words.

import { createContext, useContext } from 'react';
import { describe, locate, snapToWords } from '#lib/model/anchor.ts';
import type { Anchor } from '#lib/model/record.ts';
import type { Block } from '#lib/model/text.ts';
import { type Range, textOf } from '#lib/model/text.ts';

export type Passages = {
  /** A range of the text as an anchor to be kept. */
  describe(range: Range): Anchor;
  /** Where an anchor's passage stands in this text; null where it is gone. */
  locate(anchor: Anchor): Range | null;
  quoteOf(range: Range): string;
  /** The range as it is meant (U5); undefined where it holds only white space. */
  snap(range: Range): Range | undefined;
};

/** `where`: the ids of the reading and of this edition of it. */
export function passagesOf(blocks: readonly Block[], where: { reading: string; edition: string }): Passages {
  const text = textOf(blocks);
  // An anchor never changes, and records keep their identity: each is looked for once.
  const found = new WeakMap<Anchor, Range | null>();
  return {
    describe: (range) => describe(range, text, where),
    locate(anchor) {
      const known = found.get(anchor);
      if (known !== undefined) return known;
      const at = anchor.reading === where.reading ? locate(anchor, text) : { state: 'gone' as const };
      const range = at.state === 'gone' ? null : { start: at.start, end: at.end };
      found.set(anchor, range);
      return range;
    },
    quoteOf: ({ start, end }) => text.slice(start, end),
    snap: (range) => snapToWords(range, text),
  };
}

export const PassagesContext = createContext<Passages | null>(null);

export function usePassages(): Passages {
  const passages = useContext(PassagesContext);
  if (!passages) throw new Error('a part of the reading room was rendered without its text');
  return passages;
}
