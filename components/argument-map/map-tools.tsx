// What can be done with the map as a whole: its size, one thread alone, the list, and a picture of it.

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
  const standings = useStandings();
  const save = (form: 'svg' | 'png') =>
    savePicture({ map, people, standings, title: info.room.title, voice }, form).catch(() =>
      showToast('The picture could not be made. The map itself is safe; try the other format.'),
    );
  return (
    <div className={styles.tools} role="toolbar" aria-label="Map">
      {!isList && (
        <>
          <button type="button" aria-label="Smaller" onClick={() => view.zoomTo(view.zoom / 1.25)}>
            −
          </button>
          <button
            type="button"
            aria-label={`Size ${Math.round(view.zoom * 100)} %. Back to 100 %`}
            onClick={() => view.zoomTo(1)}
          >
            {Math.round(view.zoom * 100)} %
          </button>
          <button type="button" aria-label="Larger" onClick={() => view.zoomTo(view.zoom * 1.25)}>
            +
          </button>
          <button type="button" onClick={view.fit}>
            Fit
          </button>
        </>
      )}
      <button type="button" aria-pressed={focused !== null} disabled={!mayFocus} onClick={onFocus}>
        {focused ? 'All threads' : 'Focus thread'}
      </button>
      <button type="button" aria-pressed={isList} onClick={() => onForm(isList ? 'map' : 'list')}>
        {isList ? 'Map view' : 'List view'}
      </button>
      {info.me.mayChangeRoom && (
        <RoomSwitch room={info.room.id} setting="standing" label="Show standing" isOn={standings !== null} />
      )}
      {info.me.mayChangeRoom && info.room.kind === 'seminar' && (
        <RoomSwitch
          room={info.room.id}
          setting="cards"
          label="Evidence cards"
          isOn={showsCards(info.room.kind, settings)}
        />
      )}
      {!isList && (
        <>
          <button type="button" aria-label="Save as SVG" onClick={() => save('svg')}>
            SVG
          </button>
          <button type="button" aria-label="Save as PNG" onClick={() => save('png')}>
            PNG
          </button>
        </>
      )}
    </div>
  );
}

type Switch = { room: string; setting: 'standing' | 'cards'; label: string; isOn: boolean };

/** For instructors: what everyone in this room is shown and offered. Who is here sees it change at once. */
function RoomSwitch({ room, setting, label, isOn }: Switch) {
  const change = async () => {
    const body = { settings: { [setting]: !isOn } };
    const outcome = await send(`/rooms/${encodeURIComponent(room)}`, anything, { method: 'PATCH', body });
    if (!outcome.ok) showToast(`Nothing was changed. ${outcome.problem.message}`);
  };
  return (
    <button type="button" aria-pressed={isOn} onClick={change}>
      {label}
    </button>
  );
}
