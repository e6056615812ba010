// The dialog around a card that is made or changed: Ctrl+Enter saves from anywhere in it, and what stands in the way of
// saving is said above its foot.

import type { ReactNode } from 'react';
import { Dialog } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './editor.module.css';

type Props = {
  title: string;
  problem: string;
  foot: ReactNode;
  children: ReactNode;
  onSave: () => Promise<void>;
  onClose: () => void;
};

export function CardDialog({ title, problem, foot, children, onSave, onClose }: Props) {
  return (
    <Dialog title={title} width="text" isOpen onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the form as a whole; its button is below. */}
      <div
        className={css.editor}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void onSave();
        }}
      >
        {children}
        {problem && <Notice tone="problem">{problem}</Notice>}
        <div className={css.foot}>{foot}</div>
      </div>
    </Dialog>
  );
}
