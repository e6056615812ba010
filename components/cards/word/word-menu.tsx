// To Word: a file of cards, or what is read in a speech, in the shape that one needs it in.

import { FileDown } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useDownload } from '#components/ui/device/use-download.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Menu } from '#components/ui/over/menu.tsx';
import { MenuItem } from '#components/ui/over/menu-item.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { type CardShape, type LeavingCard, maxLeaving } from '#lib/model/card/leaving.ts';

type Props = {
  /** The speech that goes; absent, the file of cards does. */
  speech?: string;
  /** Where reading stopped is known of a speech alone. */
  shapes: readonly CardShape[];
  cards: () => LeavingCard[];
};

export function WordMenu({ speech, shapes, cards }: Props) {
  const t = useTranslations('cards.word');
  const { info } = useOpenRoom();
  const { state, start, cancel } = useDownload();
  // Each state is told once, whatever else the page draws anew.
  const told = useRef(state);
  useEffect(() => {
    if (told.current === state) return;
    told.current = state;
    if (state.kind === 'done') showToast(t('written', { file: decodeURIComponent(state.name) }));
    if (state.kind === 'failed') showToast(state.message);
  }, [state, t]);
  const write = (shape: CardShape) => {
    const all = cards();
    if (all.length === 0) showToast(t('nothing'));
    else if (all.length > maxLeaving) showToast(t('tooMany', { most: maxLeaving }));
    else {
      const title = `${info.room.title} ${speech ?? 'cards'}`;
      start(`/rooms/${info.room.id}/cards/word`, { title, shape, cards: all });
    }
  };
  if (state.kind === 'running')
    return (
      <Button look="quiet" onPress={cancel}>
        {t('writing')}
      </Button>
    );
  return (
    <Menu label={speech === undefined ? t('menu') : t('menuFor', { speech })} face={<FileDown aria-hidden />}>
      {shapes.map((shape) => (
        <MenuItem key={shape} onAction={() => write(shape)}>
          {t(`shape.${shape}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
