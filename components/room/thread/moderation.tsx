'use client';
// The dialogs of moderation: hiding with a reason, erasing, and a member's flag. They come after the text is alive.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Ref } from '#lib/model/record.ts';
import { flagNote } from '../live/flagging.ts';
import { useScene } from '../scene/scene.ts';

export type ModerationAct = 'hide' | 'erase' | 'flag';

type Props = { act: ModerationAct; of: Ref; author: string; roomId: string; onClose: () => void };

const maxReason = 500;

export function ModerationDialog({ act, of, author, roomId, onClose }: Props) {
  const { acts, me } = useScene();
  const t = useTranslations('thread.moderation');
  const ui = useTranslations('ui.act');
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const carryOut = async (): Promise<string | null> => {
    if (act === 'flag') {
      const isTaken = await flagNote(roomId, me.participant, of, reason.trim());
      if (!isTaken) return t('notTaken');
      showToast(t('flagged'));
      return null;
    }
    await acts.rule(act, of, reason.trim());
    if (act === 'erase') showToast(t('erasing'));
    else
      showToast(t('hidden', { author }), {
        action: { label: ui('undo'), run: () => void acts.rule('show', of) },
      });
    return null;
  };
  const confirm = async () => {
    if (reason.trim() === '') {
      setProblem(t('reasonNeeded'));
      return;
    }
    setBusy(true);
    const failed = await carryOut().catch(() => t('notKept'));
    setBusy(false);
    setProblem(failed);
    if (failed === null) onClose();
  };
  return (
    <Dialog
      title={t(`${act}.title`)}
      isOpen
      onClose={onClose}
      role={act === 'erase' ? 'alertdialog' : 'dialog'}
    >
      <FormStack>
        <p>{t(`${act}.about`)}</p>
        {problem && <Notice tone="problem">{problem}</Notice>}
        <Field
          label={t(`${act}.label`)}
          value={reason}
          onChange={setReason}
          maxLength={maxReason}
          isAnyScript
          isLong
          autoFocus
        />
        <DialogActions>
          <Button onPress={onClose}>{ui('cancel')}</Button>
          <Button look={act === 'erase' ? 'danger' : 'primary'} isPending={isBusy} onPress={confirm}>
            {t(`${act}.act`)}
          </Button>
        </DialogActions>
      </FormStack>
    </Dialog>
  );
}
