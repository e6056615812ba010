// One draft as a piece of state that outlives the component, the page and the connection.

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Entry, Point } from '#lib/model/record.ts';
import type { Draft, DraftStore, Target } from '#lib/sync/device/drafts.ts';
import { useScene } from '../scene/scene.ts';

const none: ReadonlyMap<Target, Draft> = new Map();

/** Under what an answer to a point is kept while it is being written. */
export function answerTarget(to: Entry<Point>): Target {
  return `answer:${to.ref}`;
}

/** Every draft; empty on the server, which keeps none. */
export function useDrafts(drafts: DraftStore): ReadonlyMap<Target, Draft> {
  return useSyncExternalStore(drafts.subscribe, drafts.all, () => none);
}

/** The draft for `target`, or `empty` while nothing was written. Writing null forgets it. */
export function useDraft(target: Target, empty: Draft): [Draft, (draft: Draft | null) => void] {
  const { drafts } = useScene();
  const draft = useDrafts(drafts).get(target) ?? empty;
  const write = useCallback((value: Draft | null) => drafts.write(target, value), [drafts, target]);
  return [draft, write];
}

/**
 * The drafts of new notes and cards in one reading, for where they were begun: those with words, and the note that is
 * open. A card that is open has a dialog of its own.
 */
export function useNewDrafts(
  drafts: DraftStore,
  open: Target | null,
  reading: string,
): readonly { target: Target; draft: Draft }[] {
  const all = useDrafts(drafts);
  return useMemo(
    () =>
      [...all]
        .filter(([, { anchor }]) => anchor === undefined || anchor.reading === reading)
        .filter(([target, { body }]) =>
          isCardTarget(target)
            ? target !== open
            : target.startsWith('new:') && (body.trim() !== '' || target === open),
        )
        .map(([target, draft]) => ({ target, draft })),
    [all, open, reading],
  );
}

export function isCardTarget(target: Target | null): target is Extract<Target, `card:${string}`> {
  return target?.startsWith('card:') ?? false;
}
