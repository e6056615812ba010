// The links of a point as a file can hold them: no file names a point that is not in it, be it that a filter leaves that
// point out, that whoever asks may not see it, or that it was taken back.

import type { Link, Ref } from '#lib/model/record.ts';

export type CarriedLink = Link & {
  /** It attacks a step to a point that is not in the file, so that it no longer says which. */
  lacksStep?: true;
};

export type Carried = {
  /** All that it answers: the first is where it stands. */
  links: readonly CarriedLink[];
  /** The points that are not in the file, once for each link that is left out for one or lacks its step. */
  cut: readonly Ref[];
};

/** A point's links where a file holds these points. */
export function carriedLinks(links: readonly Link[], inFile: ReadonlySet<Ref>): Carried {
  const cut: Ref[] = [];
  const carried = links.flatMap((link): CarriedLink[] => {
    const { on, ...bare } = link;
    if (bare.to !== 'reading' && !inFile.has(bare.to)) {
      cut.push(bare.to);
      return [];
    }
    if (on === undefined || inFile.has(on)) return [link];
    cut.push(on);
    return [{ ...bare, lacksStep: true }];
  });
  return { links: carried, cut };
}
