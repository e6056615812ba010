'use client';
// One box that goes anywhere (U29): views, acts, paragraphs and notes by their words. Loaded when it is asked for.

import { useMemo, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Input, SearchField } from 'react-aria-components/SearchField';
import { useTranslations } from 'use-intl/react';
import { findable, type Goal, goalsFor } from './goals.ts';
import styles from './way.module.css';

type Props = { goals: readonly Goal[]; onClose: () => void };

export function Palette({ goals, onClose }: Props) {
  const t = useTranslations('room.palette');
  const [query, setQuery] = useState('');
  const [known] = useState(() => goals.map(findable));
  // At once, not deferred: Enter must reach what the words just typed have found.
  const found = useMemo(() => goalsFor(known, query), [known, query]);
  const reach = (id: unknown) => {
    onClose();
    known.find((goal) => goal.id === id)?.go();
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <AriaDialog aria-label={t('title')} className={styles.palette ?? ''}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField aria-label={t('title')} autoFocus className={styles.field ?? ''}>
              <Input placeholder={t('placeholder')} />
            </SearchField>
            <Menu
              aria-label={t('goals')}
              items={found}
              onAction={reach}
              className={styles.goals ?? ''}
              renderEmptyState={() => <p className={styles.empty}>{t('none')}</p>}
            >
              {(goal) => (
                <MenuItem id={goal.id} textValue={goal.label} className={styles.goal ?? ''}>
                  <span className={styles.label}>{goal.label}</span>
                  <span className={styles.kind}>{goal.kind}</span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
