'use client';
// An open dialog: a sheet over the page. Fetched when the first one opens.

import { X } from 'lucide-react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '../form/button.tsx';
import css from './dialog.module.css';
import type { DialogProps } from './dialog.tsx';

export function DialogSheet({
  title,
  isOpen,
  onClose,
  role = 'dialog',
  width = 'form',
  children,
}: DialogProps) {
  const t = useTranslations('ui.act');
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={role === 'dialog'}
      className={css.overlay ?? ''}
    >
      <Modal className={`${css.modal} ${css[width]}`}>
        <AriaDialog role={role} className={css.dialog ?? ''}>
          <header className={css.head}>
            <Heading slot="title" className={css.title ?? ''}>
              {title}
            </Heading>
            <IconButton label={t('close')} onPress={onClose}>
              <X aria-hidden />
            </IconButton>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
