// The points on the map as an ARIA tree: lines below, nodes above, one of them in the tab order. Only what is near the
// window is in the page; the point that has the focus always is.

import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { type Scene, useScene, verdictOnRevising } from '#components/room/scene/scene.ts';
import { useVoice } from '#components/room/thread/voice.ts';
import { type ArgumentMap, nodesWithin } from '#lib/model/argument/map.ts';
import type { Entry, Point, Ref } from '#lib/model/record.ts';
import styles from './map.module.css';
import { MapLines } from './map-lines.tsx';
import { MapNodeView, nodeName } from './map-node.tsx';
import { movedFocus } from './tree-keys.ts';
import { useDragToMove } from './use-drag-to-move.ts';
import { useDragToPan } from './use-drag-to-pan.ts';
import type { MapView } from './use-map-view.ts';
import type { Picking } from './use-picking.ts';

/** The size below which words are no taller than five pixels. */
const farBelow = 0.38;

type Props = {
  map: ArgumentMap;
  view: MapView;
  isList: boolean;
  active: Ref | null;
  picking: Picking;
  onOpen: (ref: Ref) => void;
  onClose: () => void;
  onFold: (ref: Ref, isFolded: boolean) => void;
};

export function MapTree({ map, view, isList, active, picking, onOpen, onClose, onFold }: Props) {
  const scene = useScene();
  const { people } = scene;
  const voice = useVoice();
  const t = useTranslations('map');
  const [at, setAt] = useState<Ref | null>(null);
  const typed = useRef({ words: '', at: 0 });
  const stop = [at, active, map.nodes[0]?.ref].find((ref) => ref && map.nodeOf.has(ref)) ?? null;
  const shown = useMemo(() => {
    const near = nodesWithin(map, isList ? { ...view.sight, left: -1, right: 1e6 } : view.sight);
    const held = stop && map.nodeOf.get(stop);
    // In the order of reading, wherever the kept one comes.
    const drawn = new Set(near);
    return held && !drawn.has(held) ? map.nodes.filter((one) => one === held || drawn.has(one)) : near;
  }, [map, view.sight, isList, stop]);
  const drag = useDragToPan(view.windowRef, !isList);
  const move = useDragToMove({ picking, movable: (ref) => movableAt(map, ref, scene), onDrop: onOpen });

  const isPicking = picking.wish !== null && picking.wish.to === null;
  const focusTree = useEffectEvent(() => stop && view.bring(stop));
  useEffect(() => {
    if (isPicking) focusTree();
  }, [isPicking]);

  const press = (ref: Ref) => {
    setAt(ref);
    if (isPicking) picking.pick(ref);
    else onOpen(ref);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const node = stop && map.nodeOf.get(stop);
    if (!node || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') press(node.ref);
    else if (event.key === 'Escape') picking.wish ? picking.cancel() : onClose();
    else if (event.key === '+' || event.key === '=') view.zoomTo(view.zoom * 1.25);
    else if (event.key === '-') view.zoomTo(view.zoom / 1.25);
    else if (event.key === '0') view.fit();
    else {
      const move = movedFocus(map, node, event.key, typed.current, (one) => nodeName(one, people, voice));
      if (!move) return;
      if (move.fold !== undefined) onFold(node.ref, move.fold);
      if (move.to) {
        setAt(move.to);
        view.bring(move.to);
      }
    }
    event.preventDefault();
  };

  const { zoom } = view;
  const size = isList
    ? { blockSize: map.height }
    : { inlineSize: map.width * zoom, blockSize: map.height * zoom };
  return (
    <div ref={view.windowRef} className={styles.window} {...drag}>
      <div ref={view.planeRef} className={styles.plane} style={size}>
        <div
          className={styles.scaled}
          style={isList ? size : { inlineSize: map.width, blockSize: map.height, scale: String(zoom) }}
        >
          {!isList && <MapLines map={map} near={view.sight} />}
          <div
            role="tree"
            aria-label={t('tree')}
            className={styles.tree}
            {...(isList ? {} : move)}
            onKeyDown={onKeyDown}
            onClick={(event) => {
              const target = event.target instanceof Element ? event.target : null;
              const ref = target?.closest<HTMLElement>('[data-ref]')?.dataset.ref as Ref | undefined;
              const node = ref && map.nodeOf.get(ref);
              if (!node) return;
              if (target?.closest('[data-fold]')) onFold(node.ref, node.folded === 0);
              else press(node.ref);
            }}
          >
            {shown.map((node) => (
              <MapNodeView
                key={node.ref}
                node={node}
                isList={isList}
                isFar={!isList && view.zoom < farBelow}
                isActive={node.ref === active}
                isStop={node.ref === stop}
                mayPick={isPicking ? picking.mayPick(node.ref) : null}
                isPicked={picking.wish?.to?.ref === node.ref}
                onFocus={setAt}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

/** A point that stands and that one may change: it can be carried to another. */
function movableAt(map: ArgumentMap, ref: Ref, scene: Scene): Entry<Point> | undefined {
  const entry = map.nodeOf.get(ref)?.post.entry;
  const isMine = entry?.participant === scene.me.participant && !entry.value.withdrawn;
  return entry && isMine && verdictOnRevising(scene, entry).ok ? entry : undefined;
}
