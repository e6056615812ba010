'use client';
// The map's desk: what is shown of the debate, what is chosen on it, and the point at hand beside it. The records and the
// open point are the room's own, so that going to the text and back keeps the place.

import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Discussion } from '#components/room/frame/discussion.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import type { RoomInfo } from '#components/room/frame/room-info.ts';
import { useAttention } from '#components/room/frame/use-attention.ts';
import { useLinkedPoint } from '#components/room/frame/use-link.ts';
import { useTellPresence } from '#components/room/live/use-presence.ts';
import { useLayout } from '#components/ui/device/use-media.ts';
import { LinkButton } from '#components/ui/form/button.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import spoken from '#components/ui/spoken.module.css';
import type { Ref } from '#lib/model/record.ts';
import styles from './map.module.css';
import { MapTools } from './map-tools.tsx';
import { MapTree } from './map-tree.tsx';
import { PointPanel } from './point-panel.tsx';
import { useMap } from './use-map.ts';
import { useMapView } from './use-map-view.ts';
import { usePicking } from './use-picking.ts';

export function MapDesk() {
  const { info, state, client, threads, discussion, attend } = useOpenRoom();
  const { active, answering } = useAttention();
  const t = useTranslations('map');
  const layout = useLayout();
  const [folded, setFolded] = useState<ReadonlySet<Ref>>(new Set());
  const [thread, setThread] = useState<Ref | null>(null);
  const [chosenForm, setForm] = useState<'map' | 'list' | null>(null);
  const isList = (chosenForm ?? (layout === 'narrow' ? 'list' : 'map')) === 'list';
  const { map, focused } = useMap(threads, { folded, thread, isList });
  const view = useMapView(map, isList);
  const picking = usePicking(discussion);
  useTellPresence(client, { answering: answering?.to ?? null });

  const open = useCallback((ref: Ref) => attend({ type: 'open', ref }), [attend]);
  const fold = useCallback((ref: Ref, isFolded: boolean) => {
    setFolded((before) => {
      const next = new Set(before);
      if (isFolded) next.add(ref);
      else next.delete(ref);
      return next;
    });
  }, []);
  const show = useCallback(
    (ref: Ref) => {
      setFolded((before) => withoutAbove(before, ref, discussion.posts));
      setThread((before) => (before && discussion.posts.get(ref)?.thread.ref !== before ? null : before));
      open(ref);
      view.bring(ref);
    },
    [discussion, open, view.bring],
  );
  useLinkedPoint(
    (ref) => discussion.posts.has(ref),
    state.firstSync,
    (ref, arrival) => {
      if (arrival === 'here') show(ref);
      else showToast(t('missing'));
    },
  );
  // Whoever comes from the text finds the thread that was open there.
  const bringOpen = useEffectEvent(() => active && view.bring(active, { focus: false }));
  useEffect(() => {
    bringOpen();
  }, []);

  const post = active ? discussion.posts.get(active)?.post : undefined;
  const threadOfPost = active ? discussion.posts.get(active)?.thread : undefined;
  return (
    <main className={styles.desk} data-form={isList ? 'list' : 'map'} data-open={post !== undefined}>
      <h1 className={spoken.only}>{t('title', { title: titleOf(info) })}</h1>
      {map.nodes.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState
            title={t('empty.title')}
            action={
              <LinkButton href={`/rooms/${info.room.id}`} look="primary">
                {t('empty.act')}
              </LinkButton>
            }
          >
            {t('empty.text')}
          </EmptyState>
        </div>
      ) : (
        <MapTree
          map={map}
          view={view}
          isList={isList}
          active={post ? active : null}
          picking={picking}
          onOpen={open}
          onClose={() => attend({ type: 'close' })}
          onFold={fold}
        />
      )}
      {post && threadOfPost && (
        <PointPanel
          key={post.ref}
          post={post}
          thread={threadOfPost}
          picking={picking}
          isFolded={folded.has(post.ref)}
          isAlone={focused === threadOfPost.ref}
          onFold={(isFolded) => fold(post.ref, isFolded)}
          onAlone={(isAlone) => setThread(isAlone ? threadOfPost.ref : null)}
          onShow={show}
        />
      )}
      {(map.nodes.length > 0 || focused) && (
        <MapTools
          map={map}
          view={view}
          isList={isList}
          focused={focused}
          onForm={setForm}
          onFocus={() => setThread(focused ? null : (threadOfPost?.ref ?? null))}
          mayFocus={focused !== null || threadOfPost !== undefined}
        />
      )}
    </main>
  );
}

/** What the map is of: the text, or the discussion where it has several. */
function titleOf({ readings, room }: RoomInfo): string {
  const [only, another] = readings;
  return only && !another ? only.title : room.title;
}

/** Opens whatever is folded above a point. */
function withoutAbove(folded: ReadonlySet<Ref>, ref: Ref, posts: Discussion['posts']): ReadonlySet<Ref> {
  const next = new Set(folded);
  for (let at = posts.get(ref)?.parent; at !== undefined; at = posts.get(at)?.parent) next.delete(at);
  return next.size === folded.size ? folded : next;
}
