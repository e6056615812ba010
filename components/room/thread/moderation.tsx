'use client';
// The dialogs of moderation: hiding with a reason, erasing, and a member's flag. They come after the text is alive.

import { useState } from 'react';
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

const words: Record<ModerationAct, { title: string; about: string; label: string; act: string }> = {
  hide: {
    title: 'Hide this note?',
    about:
      'Members no longer see its words; instructors do. Its author is told who hid it and why. You can show it again at any time.',
    label: 'Reason, for its author and the audit trail',
    act: 'Hide',
  },
  erase: {
    title: 'Erase this note for good?',
    about:
      'Its words, in every version, go from the discussion, from the server’s history and from everyone’s devices as they connect. An empty place stays, and the audit trail says who erased it and why. This cannot be undone. Backups made before still hold it until they expire.',
    label: 'Reason, for the audit trail',
    act: 'Erase for good',
  },
  flag: {
    title: 'Flag this note',
    about: 'Only the instructors see that you flagged it, and why. They decide what happens.',
    label: 'What is wrong with it?',
    act: 'Flag',
  },
};

/** How long an undo stays on screen (U18). */
const undoMs = 8000;
const maxReason = 500;

export function ModerationDialog({ act, of, author, roomId, onClose }: Props) {
  const { acts, me } = useScene();
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { title, about, label, act: verb } = words[act];
  const carryOut = async (): Promise<string | null> => {
    if (act === 'flag') {
      const isTaken = await flagNote(roomId, me.participant, of, reason.trim());
      if (!isTaken) return 'The server did not take it. Check your connection and try again.';
      showToast('The instructors will see it.');
      return null;
    }
    await acts.rule(act, of, reason.trim());
    if (act === 'erase') showToast('Its words are being erased.');
    else
      showToast(`The note by ${author} is hidden.`, {
        action: { label: 'Undo', run: () => void acts.rule('show', of) },
        lastsMs: undoMs,
      });
    return null;
  };
  const confirm = async () => {
    if (reason.trim() === '') {
      setProblem('Write a reason: it is what makes the decision fair.');
      return;
    }
    setBusy(true);
    const failed = await carryOut().catch(() => 'It could not be kept on this device. Try again.');
    setBusy(false);
    setProblem(failed);
    if (failed === null) onClose();
  };
  return (
    <Dialog title={title} isOpen onClose={onClose} role={act === 'erase' ? 'alertdialog' : 'dialog'}>
      <FormStack>
        <p>{about}</p>
        {problem && <Notice tone="problem">{problem}</Notice>}
        <Field
          label={label}
          value={reason}
          onChange={setReason}
          maxLength={maxReason}
          isAnyScript
          isLong
          autoFocus
        />
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button look={act === 'erase' ? 'danger' : 'primary'} isPending={isBusy} onPress={confirm}>
            {verb}
          </Button>
        </DialogActions>
      </FormStack>
    </Dialog>
  );
}
