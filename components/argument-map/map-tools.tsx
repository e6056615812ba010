// What can be done with the map as a whole: its size, one thread alone, the list, and a picture of it.

import { useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { useStandings } from '#components/room/scene/standings.ts';
import { useVoice } from '#components/room/thread/voice.ts';
import { anything, send } from '#components/ui/form/request.ts';
import { showToast } from '#components/ui/over/toast.tsx';
import type { ArgumentMap } from '#lib/model/argument/map.ts';
import type { Ref } from '#lib/model/record.ts';
import { showsCards } from '#lib/model/room-shows.ts';
import styles from './map.module.css';
import { savePicture } from './picture.ts';
import type { MapView } from './use-map-view.ts';

type Props = {
  map: ArgumentMap;
  view: MapView;
  isList: boolean;
  focused: Ref | null;
  mayFocus: boolean;
  onForm: (form: 'map' | 'list') => void;
  onFocus: () => void;
};

export function MapTools({ map, view, isList, focused, mayFocus, onForm, onFocus }: Props) {
  const { info, settings } = useOpenRoom();
  const { people } = useScene();
  const voice = useVoice();
  const terms = useTranslations('terms');
  const t = useTranslations('map');
  const standings = useStandings();
  const save = (form: 'svg' | 'png') =>
    savePicture(
      { map, people, standings, title: info.room.title, fileName: t('picture.fileName'), voice, terms },
      form,
    ).catch(() => showToast(t('picture.failed')));
  const percent = Math.round(view.zoom * 100);
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('tools.label')}>
      {!isList && (
        <>
          <button type="button" aria-label={t('tools.smaller')} onClick={() => view.zoomTo(view.zoom / 1.25)}>
            −
          </button>
          <button
            type="button"
            aria-label={t('tools.backToWhole', { percent })}
            onClick={() => view.zoomTo(1)}
          >
            {t('tools.size', { percent })}
          </button>
          <button type="button" aria-label={t('tools.larger')} onClick={() => view.zoomTo(view.zoom * 1.25)}>
            +
          </button>
          <button type="button" onClick={view.fit}>
            {t('tools.fit')}
          </button>
        </>
      )}
      <button type="button" aria-pressed={focused !== null} disabled={!mayFocus} onClick={onFocus}>
        {t(focused ? 'tools.allThreads' : 'tools.oneThread')}
      </button>
      <button type="button" aria-pressed={isList} onClick={() => onForm(isList ? 'map' : 'list')}>
        {t(isList ? 'tools.asMap' : 'tools.asList')}
      </button>
      {info.me.mayChangeRoom && (
        <RoomSwitch
          room={info.room.id}
          setting="standing"
          label={t('tools.standing')}
          isOn={standings !== null}
        />
      )}
      {info.me.mayChangeRoom && info.room.kind === 'seminar' && (
        <RoomSwitch
          room={info.room.id}
          setting="cards"
          label={t('tools.cards')}
          isOn={showsCards(info.room.kind, settings)}
        />
      )}
      {!isList && (
        <>
          <button type="button" aria-label={t('picture.saveSvg')} onClick={() => save('svg')}>
            {t('picture.svg')}
          </button>
          <button type="button" aria-label={t('picture.savePng')} onClick={() => save('png')}>
            {t('picture.png')}
          </button>
        </>
      )}
    </div>
  );
}

type Switch = { room: string; setting: 'standing' | 'cards'; label: string; isOn: boolean };

/** For instructors: what everyone in this room is shown and offered. Who is here sees it change at once. */
function RoomSwitch({ room, setting, label, isOn }: Switch) {
  const t = useTranslations('map.tools');
  const change = async () => {
    const body = { settings: { [setting]: !isOn } };
    const outcome = await send(`/rooms/${encodeURIComponent(room)}`, anything, { method: 'PATCH', body });
    if (!outcome.ok) showToast(t('unchanged', { problem: outcome.problem.message }));
  };
  return (
    <button type="button" aria-pressed={isOn} onClick={change}>
      {label}
    </button>
  );
}
