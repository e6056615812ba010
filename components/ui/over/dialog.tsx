'use client';
// Dialogs: a sheet over the page that keeps the focus and gives it back (U53). `ConfirmDialog` is only for what cannot be undone (U56).

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '../form/button.tsx';
import css from './dialog.module.css';
import { Notice } from './notice.tsx';
import { useLatePart } from './use-late-part.ts';

const fetchSheet = () => import('./dialog-sheet.tsx');

export type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  role?: 'dialog' | 'alertdialog';
  /** A form, words beside what they are about, or all of the window. */
  width?: 'form' | 'text' | 'page';
  children: ReactNode;
};

export function Dialog(props: DialogProps) {
  const late = useLatePart(props.isOpen ? 'open' : null, fetchSheet, props.onClose);
  return late && <late.DialogSheet {...props} />;
}

export function ConfirmDialog({
  title,
  children,
  act,
  isOpen,
  onClose,
  onConfirm,
}: {
  title: string;
  /** What will be gone, and what will stay. */
  children: ReactNode;
  /** The verb on the button: "Remove Ada", never "OK". */
  act: string;
  isOpen: boolean;
  onClose: () => void;
  /** Gives the reason when it could not be done; the dialog then stays and says so. */
  onConfirm: () => Promise<string | null>;
}) {
  const t = useTranslations('ui.act');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const close = () => {
    setProblem(null);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    const refused = await onConfirm().finally(() => setBusy(false));
    setProblem(refused);
    if (!refused) onClose();
  };
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close} role="alertdialog">
      <div className={css.body}>{children}</div>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <DialogActions>
        <Button onPress={close}>{t('cancel')}</Button>
        <Button look="danger" isPending={isBusy} onPress={confirm}>
          {act}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={css.actions}>{children}</div>;
}
