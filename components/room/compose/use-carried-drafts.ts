// Drafts begun in an earlier version of the text: their passages are carried to the one shown. One that is not surely
// there keeps what it was, and is posted with it.

import { useEffect } from 'react';
import type { Draft, DraftStore } from '#lib/sync/device/drafts.ts';
import type { Passages } from '../scene/passages.ts';

export function useCarriedDrafts(drafts: DraftStore, passages: Passages): void {
  useEffect(() => {
    for (const [target, draft] of drafts.all()) {
      const carried = carriedDraft(draft, passages);
      if (carried !== draft) drafts.write(target, carried);
    }
  }, [drafts, passages]);
}

/** The draft on the same words of this version; the same object where nothing changes. */
export function carriedDraft(draft: Draft, passages: Passages): Draft {
  const { anchor } = draft;
  const home = passages.of(anchor);
  if (!anchor || anchor.edition === home.edition) return draft;
  const range = home.locate(anchor);
  if (range) return { ...draft, range, anchor: home.describe(range) };
  if (!draft.range) return draft;
  const { range: _, ...rest } = draft;
  return rest;
}
