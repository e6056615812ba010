'use client';
// From one reading of a debate to another, above its title: which is in view, what is new in the others, and, for who may,
// the way to add one. A room of one reading that nobody here may change shows nothing.

import { LibraryBig } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Discussion } from '#components/room/frame/discussion.ts';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { withReading } from '#components/room/frame/use-reading.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { useShortcuts } from '#components/ui/device/shortcuts.ts';
import { maySetRound } from '#lib/model/permission.ts';
import { mayHoldSeveral } from '#lib/model/room-readings.ts';
import css from './readings.module.css';
import { talliesOf } from './tallies.ts';

const ReadingsDialog = dynamic(
  () => import('./readings-dialog.tsx').then((module) => module.ReadingsDialog),
  { ssr: false },
);

type Props = {
  /** What the filter lets through. */
  found: Discussion;
  isFiltering: boolean;
  onShow: (id: string) => void;
};

export function ReadingSwitch({ found, isFiltering, onShow }: Props) {
  const t = useTranslations('reading.readings');
  const { info, reading, unread } = useOpenRoom();
  const { readings, room } = info;
  const mayChange = useMayChange();
  const shownAt = readings.indexOf(reading);
  const [isOpen, setOpen] = useState(false);
  const listRef = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // Where the row is wider than the screen, the one in view is in sight; the page itself stays where it is.
    const item = listRef.current?.children[shownAt];
    if (item instanceof HTMLElement)
      listRef.current?.scrollTo({ left: item.offsetLeft - listRef.current.offsetLeft });
  }, [shownAt]);
  const step = (by: 1 | -1) => {
    const next = readings[shownAt + by];
    if (next) onShow(next.id);
  };
  useShortcuts(readings.length > 1 ? { '[': () => step(-1), ']': () => step(1) } : {});
  if (readings.length < 2 && !mayChange) return null;
  const tallies = talliesOf(found, reading.id, unread);
  return (
    <nav className={css.readings} aria-label={t('label')} dir="ltr">
      <ul ref={listRef}>
        {readings.length > 1 &&
          readings.map(({ id, title }) => (
            <li key={id}>
              <a
                href={withReading(
                  { pathname: `/rooms/${room.id}`, search: '' },
                  id === readings[0]?.id ? '' : id,
                )}
                aria-current={id === reading.id ? 'page' : undefined}
                title={title}
                onClick={(event) => {
                  if (!isPlain(event)) return;
                  event.preventDefault();
                  onShow(id);
                }}
              >
                <bdi className={css.title}>{title}</bdi>
                <Tally
                  news={id === reading.id ? 0 : (tallies.news.get(id) ?? 0)}
                  found={isFiltering ? (tallies.notes.get(id) ?? 0) : null}
                />
              </a>
            </li>
          ))}
        {mayChange && (
          <li>
            <button type="button" className={css.change} onClick={() => setOpen(true)}>
              <LibraryBig aria-hidden /> {t(readings.length > 1 ? 'change' : 'addOne')}
            </button>
          </li>
        )}
      </ul>
      {isOpen && <ReadingsDialog onClose={() => setOpen(false)} />}
    </nav>
  );
}

function Tally({ news, found }: { news: number; found: number | null }) {
  const t = useTranslations('reading.readings');
  if (found !== null) return <span className={css.found}>{t('notes', { count: found })}</span>;
  return news > 0 ? <span className={css.news}>{t('news', { count: news })}</span> : null;
}

/** Another tab or window is the browser's. */
function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !(ctrlKey || metaKey || shiftKey || altKey);
}

function useMayChange(): boolean {
  const { info, settings } = useOpenRoom();
  const { me } = useScene();
  return mayHoldSeveral(info.room.kind) && maySetRound(me.role, me.part ?? null, settings.round?.stage);
}
