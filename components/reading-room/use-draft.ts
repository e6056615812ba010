// One draft as a piece of state that outlives the component, the page and the connection.

import { useCallback, useSyncExternalStore } from 'react';
import type { Draft, DraftStore, Target } from './draft-store.ts';
import { useScene } from './scene.ts';

const none: ReadonlyMap<Target, Draft> = new Map();

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
