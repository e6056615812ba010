// Anchors and the texts of this room: from a range to an anchor, from an anchor of any version to where it stands now.

import { createContext, useContext } from 'react';
import { attachedRange, type Carried, carry } from '#lib/model/editions/carry.ts';
import type { Mapping } from '#lib/model/editions/mapping.ts';
import type { Anchor } from '#lib/model/record.ts';
import { describe, snapToWords } from '#lib/model/text/anchor.ts';
import type { Block } from '#lib/model/text/text.ts';
import { pageAt, type Range, textOf } from '#lib/model/text/text.ts';

/** The passages of one reading, in the version of its text that is shown. */
export type Passages = {
  /** The ids of the reading and of the version. */
  reading: string;
  edition: string;
  title: string;
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
  /** The passages of the reading that an anchor names: another one that the room holds, else these. */
  of(anchor: Anchor | undefined): Passages;
  /** Where an anchor stands that is in another reading of the room; null for one in this reading, and in none. */
  elsewhere(anchor: Anchor): { reading: string; order: number; start: number } | null;
};

type Text = { id: string; edition: string; title: string; blocks: readonly Block[] };
type Mappings = ReadonlyMap<string, Mapping>;

/** The passages of every reading that the room holds. `mappings`: by reading, the ways to it from other editions. */
export function passagesIn(
  readings: readonly Text[],
  mappings: ReadonlyMap<string, Mappings>,
): ReadonlyMap<string, Passages> {
  const all = new Map<string, Passages>();
  for (const reading of readings)
    all.set(reading.id, passagesOf(reading, mappings.get(reading.id) ?? new Map(), all));
  return all;
}

function passagesOf(
  { id: reading, edition, title, blocks }: Text,
  mappings: Mappings,
  all: ReadonlyMap<string, Passages>,
): Passages {
  const text = textOf(blocks);
  // An anchor never changes, and records keep their identity: each is looked for once.
  const found = new WeakMap<Anchor, Carried>();
  const carried = (anchor: Anchor): Carried => {
    const known = found.get(anchor) ?? carry(anchor, { reading, edition, text, mappings });
    found.set(anchor, known);
    return known;
  };
  const self: Passages = {
    ...{ reading, edition, title, text },
    describe: (range) => describe(range, text, { reading, edition }),
    carried,
    locate: (anchor) => attachedRange(carried(anchor)),
    quoteOf: ({ start, end }) => text.slice(start, end),
    pageOf: ({ start }) => pageAt(blocks, start),
    snap: (range) => snapToWords(range, text),
    of: (anchor) => (anchor && all.get(anchor.reading)) ?? self,
    elsewhere(anchor) {
      const other = anchor.reading === reading ? undefined : all.get(anchor.reading);
      if (!other) return null;
      const order = [...all.keys()].indexOf(anchor.reading);
      return { reading: other.reading, order, start: other.locate(anchor)?.start ?? -1 };
    },
  };
  return self;
}

/**
 * The passage that words not yet posted are about: in this version where it is there, else as it was. None where its
 * reading was taken out of the room, for nothing can be said on it any more.
 */
export function draftedPassage(
  { range, anchor }: { range?: Range | undefined; anchor?: Anchor | undefined },
  passages: Passages,
): { anchor: Anchor; quote: string } | undefined {
  const home = passages.of(anchor);
  if (anchor && home.reading !== anchor.reading) return undefined;
  if (range) return { anchor: home.describe(range), quote: home.quoteOf(range) };
  return anchor && { anchor, quote: anchor.quote };
}

/** The text that an anchor was made in, as far as the room holds it. */
export function sourceOf(anchor: Anchor | undefined, passages: Passages): string | undefined {
  const home = passages.of(anchor);
  return home.reading === anchor?.reading ? home.text : undefined;
}

export const PassagesContext = createContext<Passages | null>(null);

/** The passages of the reading in view. */
export function usePassages(): Passages {
  const passages = useContext(PassagesContext);
  if (!passages) throw new Error('a part of the reading room was rendered without its text');
  return passages;
}
