// The file of one's side, or one's own: what stands in it and in the speeches, and every change to it with its undo. A
// change is one filing on one's own layer, so that partners order one file together.

import { useCallback, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { sayIfFailed } from '#components/room/scene/failure.ts';
import { useScene, verdictOn } from '#components/room/scene/scene.ts';
import { showToast } from '#components/ui/over/toast.tsx';
import { filingsIn } from '#lib/model/card/file.ts';
import { type Entry, type Filing, type FilingPlace, filingId, type Ref } from '#lib/model/record.ts';

export type FileDesk = {
  /** Whose file it is. */
  place: 'side' | 'private';
  mayWrite: boolean;
  filings: readonly Filing[];
  in: (into: FilingPlace) => readonly Filing[];
  /** Puts filings; `words` say what was done, with an undo. */
  put: (filings: readonly Filing[], words: string) => void;
  undo: () => void;
};

type Change = { before: Filing | undefined; after: Filing };

export function useFile(): FileDesk {
  const t = useTranslations('cards.file');
  const tAct = useTranslations('ui.act');
  const { state } = useOpenRoom();
  const scene = useScene();
  const { acts } = scene;
  const place = state.side === null ? 'private' : 'side';
  const entries: ReadonlyMap<Ref, Entry> = place === 'side' ? state.sideEntries : state.privateEntries;
  const filings = useMemo(() => filingsIn('file', entries.values()), [entries]);
  const done = useRef<readonly (readonly Change[])[]>([]);
  const mayWrite = useMemo(() => {
    const after: Filing = { type: 'filing', of: 'x/x', into: 'file', order: 'V000' };
    return verdictOn(scene, place, { id: filingId(after), before: undefined, after }).ok;
  }, [scene, place]);

  const inPlace = useCallback((into: FilingPlace) => filingsIn(into, entries.values()), [entries]);
  const write = useCallback(
    (filing: Filing) => sayIfFailed(acts.put(place, filingId(filing), filing)),
    [acts, place],
  );
  const takeBack = useCallback(
    (changes: readonly Change[]) => {
      done.current = done.current.filter((one) => one !== changes);
      for (const { before, after } of changes) write(before ?? { ...after, removed: true });
    },
    [write],
  );
  const undo = useCallback(() => {
    const last = done.current.at(-1);
    if (last) takeBack(last);
    else showToast(t('nothingToUndo'));
  }, [takeBack, t]);
  const put = useCallback(
    (next: readonly Filing[], words: string) => {
      if (next.length === 0) return;
      const standing = new Map<FilingPlace, readonly Filing[]>();
      const changes = next.map((after) => {
        const there = standing.get(after.into) ?? inPlace(after.into);
        standing.set(after.into, there);
        return { before: there.find(({ of }) => of === after.of), after };
      });
      done.current = [...done.current, changes];
      for (const filing of next) write(filing);
      showToast(words, { action: { label: tAct('undo'), run: () => takeBack(changes) } });
    },
    [inPlace, write, takeBack, tAct],
  );
  return useMemo(
    () => ({ place, mayWrite, filings, in: inPlace, put, undo }),
    [place, mayWrite, filings, inPlace, put, undo],
  );
}
