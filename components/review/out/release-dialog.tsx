// Releasing: who will read their marks, who is not fully marked yet, and withdrawing again.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import type { ParticipantId } from '#lib/model/record.ts';
import type { Grade } from '#lib/model/review/grade.ts';
import type { Decisions } from '../use-decisions.ts';
import css from './out.module.css';

type Props = {
  decisions: Decisions;
  students: readonly ParticipantId[];
  grades: ReadonlyMap<ParticipantId, Grade>;
  nameOf: (participant: ParticipantId) => string;
};

export function ReleaseDialog({ decisions, students, grades, nameOf }: Props) {
  const t = useTranslations('review.out.release');
  const [isOpen, setIsOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const released = new Set(decisions.released.map(([id]) => id));
  const isGraded = (id: ParticipantId) => (grades.get(id)?.result.kind ?? 'none') !== 'none';
  const ready = students.filter((id) => isGraded(id) && !released.has(id));
  const open = students.filter((id) => !isGraded(id));
  const act = async (who: readonly ParticipantId[] | null, isReleased: boolean, words: string) => {
    setIsBusy(true);
    const refused = await decisions.release(who, isReleased);
    setIsBusy(false);
    setProblem(refused);
    if (refused) return;
    setIsOpen(false);
    showToast(words);
  };
  return (
    <>
      <Button look="primary" onPress={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      <Dialog title={t('title')} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <div className={css.body}>
          <p>{t('about')}</p>
          {problem && <Notice tone="problem">{problem}</Notice>}
          <p>
            {t.rich('ready', {
              ready: ready.length,
              released: released.size,
              b: (words) => <b>{words}</b>,
            })}
          </p>
          {open.length > 0 && (
            <details>
              <summary>{t('unready', { count: open.length })}</summary>
              <ul>
                {open.map((id) => (
                  <li key={id}>{nameOf(id)}</li>
                ))}
              </ul>
            </details>
          )}
          <DialogActions>
            {released.size > 0 && (
              <Button isPending={isBusy} onPress={() => act(null, false, t('withdrawnAll'))}>
                {t('withdrawAll')}
              </Button>
            )}
            <Button isPending={isBusy} onPress={() => act(students, true, t('releasedAll'))}>
              {t('all')}
            </Button>
            <Button
              look="primary"
              isPending={isBusy}
              isDisabled={ready.length === 0}
              onPress={() => act(ready, true, t('done', { count: ready.length }))}
            >
              {t('act', { count: ready.length })}
            </Button>
          </DialogActions>
        </div>
      </Dialog>
    </>
  );
}
