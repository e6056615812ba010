// Anchors and the text of this room: from a range to an anchor, from an anchor of any version to where it stands now.

import { createContext, useContext } from 'react';
import { attachedRange, type Carried, carry } from '#lib/model/editions/carry.ts';
import type { Mapping } from '#lib/model/editions/mapping.ts';
import type { Anchor } from '#lib/model/record.ts';
import { describe, snapToWords } from '#lib/model/text/anchor.ts';
import type { Block } from '#lib/model/text/text.ts';
import { pageAt, type Range, textOf } from '#lib/model/text/text.ts';

export type Passages = {
  /** The ids of the reading and of the version of its text that is shown. */
  reading: string;
  edition: string;
  /** The canonical text of that version. */
  text: string;
  /** A range of the text as an anchor to be kept. */
  describe(range: Range): Anchor;
  /** What became of an anchor's passage, and where it stands in this text. */
  carried(anchor: Anchor): Carried;
  /** Where an anchor's passage stands in this text; null where it is gone, or not surely there. */
  locate(anchor: Anchor): Range | null;
  quoteOf(range: Range): string;
  /** The page of the source on which the paragraph of a range begins, where the source has pages. */
  pageOf(range: Range): string | undefined;
  /** The range as it is meant (U5); undefined where it holds only white space. */
  snap(range: Range): Range | undefined;
};

/** `where`: the ids of the reading and of this edition of it. `mappings`: the ways to it from other editions. */
export function passagesOf(
  blocks: readonly Block[],
  where: { reading: string; edition: string },
  mappings: ReadonlyMap<string, Mapping>,
): Passages {
  const text = textOf(blocks);
  const { reading, edition } = where;
  // An anchor never changes, and records keep their identity: each is looked for once.
  const found = new WeakMap<Anchor, Carried>();
  const carried = (anchor: Anchor): Carried => {
    const known = found.get(anchor) ?? carry(anchor, { reading, edition, text, mappings });
    found.set(anchor, known);
    return known;
  };
  return {
    reading,
    edition,
    text,
    describe: (range) => describe(range, text, { reading, edition }),
    carried,
    locate: (anchor) => attachedRange(carried(anchor)),
    quoteOf: ({ start, end }) => text.slice(start, end),
    pageOf: ({ start }) => pageAt(blocks, start),
    snap: (range) => snapToWords(range, text),
  };
}

export const PassagesContext = createContext<Passages | null>(null);

export function usePassages(): Passages {
  const passages = useContext(PassagesContext);
  if (!passages) throw new Error('a part of the reading room was rendered without its text');
  return passages;
}
