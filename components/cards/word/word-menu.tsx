// To Word: a file of cards, or what is read in a speech, in the shape that one needs it in.

import { FileDown } from 'lucide-react';
import { useEffect } from 'react';
import { useOpenRoom } from '#components/room/frame/open-room.ts';
import { useDownload } from '#components/ui/device/use-download.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Menu } from '#components/ui/over/menu.tsx';
import { MenuItem } from '#components/ui/over/menu-item.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { type CardShape, type LeavingCard, maxLeaving } from '#lib/model/card/leaving.ts';

type Props = {
  /** What goes, for the file's name. */
  name: string;
  /** Where reading stopped is known of a speech alone. */
  shapes: readonly CardShape[];
  cards: () => LeavingCard[];
};

const labels: Record<CardShape, string> = {
  full: 'Word, everything',
  'read-aloud': 'Word, only what is read aloud',
  marked: 'Word, with where reading stopped',
};

export function WordMenu({ name, shapes, cards }: Props) {
  const { info } = useOpenRoom();
  const { state, start, cancel } = useDownload();
  useEffect(() => {
    if (state.kind === 'done') showToast(`Written: ${decodeURIComponent(state.name)}`);
    if (state.kind === 'failed') showToast(state.message);
  }, [state]);
  const write = (shape: CardShape) => {
    const all = cards();
    if (all.length === 0) showToast('There is nothing here to write yet.');
    else if (all.length > maxLeaving)
      showToast(`A Word file takes ${maxLeaving.toLocaleString('en')} cards. Nothing was written.`);
    else
      start(`/rooms/${info.room.id}/cards/word`, { title: `${info.room.title} ${name}`, shape, cards: all });
  };
  if (state.kind === 'running')
    return (
      <Button look="quiet" onPress={cancel}>
        Writing… Cancel
      </Button>
    );
  return (
    <Menu label={`Write ${name} to Word`} face={<FileDown aria-hidden />}>
      {shapes.map((shape) => (
        <MenuItem key={shape} onAction={() => write(shape)}>
          {labels[shape]}
        </MenuItem>
      ))}
    </Menu>
  );
}
