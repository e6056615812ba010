// A file as the rows of its tree: pockets, hats and blocks as headings, below each what stands under it. First comes what
// nobody has filed yet. Pure; what is shown of it is file-tree.tsx's.

import type { Heading, Pocket } from '#lib/model/card/file.ts';
import type { Filing, Ref } from '#lib/model/record.ts';

export type HeadingRow = {
  kind: 'heading';
  key: string;
  level: number;
  name: string;
  /** Null for the heading of what is not filed. */
  heading: Heading | null;
  count: number;
  isFolded: boolean;
};
/** `filing` is null for what is not filed yet. */
export type ItemRow = { kind: 'item'; key: string; level: number; of: Ref; filing: Filing | null };
export type Row = HeadingRow | ItemRow;

export const unfiledKey = 'unfiled';

type Choice = {
  folded: ReadonlySet<string>;
  /** What a search lets through; null where nobody searches. Then every heading is open. */
  found: ReadonlySet<Ref> | null;
  /** What the heading of what is not filed says. */
  unfiledName: string;
};

export function rowsOf(file: readonly Pocket[], unfiled: readonly Ref[], choice: Choice): Row[] {
  const rows: Row[] = [];
  const loose = unfiled.filter((of) => isShown(of, choice));
  const head: Head = { key: unfiledKey, level: 1, name: choice.unfiledName, heading: null };
  addHeading(rows, head, loose.length, choice, () => {
    for (const of of loose) rows.push({ kind: 'item', key: `item:${of}`, level: 2, of, filing: null });
  });
  for (const pocket of file) addPocket(rows, pocket, choice);
  return rows;
}

type Head = Pick<HeadingRow, 'key' | 'level' | 'name' | 'heading'>;

function addPocket(rows: Row[], { name, hats }: Pocket, choice: Choice): void {
  const all = hats.flatMap(({ blocks }) => blocks.flatMap(({ filings }) => filings));
  const heading = { pocket: name };
  under(rows, { name, level: 1, heading }, all, choice, (hatLevel) => {
    for (const hat of hats) {
      const inHat = hat.blocks.flatMap(({ filings }) => filings);
      const hatHeading = { ...heading, hat: hat.name };
      under(rows, { name: hat.name, level: hatLevel, heading: hatHeading }, inHat, choice, (blockLevel) => {
        for (const block of hat.blocks) {
          const blockHeading = { ...hatHeading, block: block.name };
          const at = { name: block.name, level: blockLevel, heading: blockHeading };
          under(rows, at, block.filings, choice, (level) => {
            for (const filing of block.filings)
              if (isShown(filing.of, choice))
                rows.push({ kind: 'item', key: `item:${filing.of}`, level, of: filing.of, filing });
          });
        }
      });
    }
  });
}

/** A heading without a name is none: what stands under it stands one level higher. */
function under(
  rows: Row[],
  at: { name: string; level: number; heading: Heading },
  filings: readonly Filing[],
  choice: Choice,
  inside: (level: number) => void,
): void {
  if (at.name === '') {
    inside(at.level);
    return;
  }
  const { pocket = '', hat = '', block = '' } = at.heading;
  const key = `heading:${JSON.stringify([pocket, hat, block])}`;
  const count = filings.filter(({ of }) => isShown(of, choice)).length;
  addHeading(rows, { ...at, key }, count, choice, () => inside(at.level + 1));
}

function addHeading(rows: Row[], head: Head, count: number, choice: Choice, inside: () => void): void {
  if (count === 0) return;
  const isFolded = choice.found === null && choice.folded.has(head.key);
  rows.push({ kind: 'heading', ...head, count, isFolded });
  if (!isFolded) inside();
}

function isShown(of: Ref, { found }: Choice): boolean {
  return found === null || found.has(of);
}

/** Where a key leads among the rows, by the ARIA pattern of trees; null for a key that means nothing here. */
export function movedRow(
  rows: readonly Row[],
  key: string,
  pressed: string,
): { to?: string; fold?: boolean } | null {
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  const to = (index: number) => (rows[index] ? { to: rows[index].key } : {});
  if (pressed === 'Home') return to(0);
  if (pressed === 'End') return to(rows.length - 1);
  if (!row) return null;
  switch (pressed) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'ArrowRight':
      if (row.kind === 'item') return {};
      return row.isFolded ? { fold: false } : to(at + 1);
    case 'ArrowLeft': {
      if (row.kind === 'heading' && !row.isFolded) return { fold: true };
      return to(rows.slice(0, at).findLastIndex(({ level }) => level < row.level));
    }
  }
  return null;
}
