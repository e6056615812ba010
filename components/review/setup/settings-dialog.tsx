// How the work of this discussion is reviewed, in a dialog: its settings, and the editor of the rubric among them.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Dialog } from '#components/ui/over/dialog.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import type { Rubric } from '#lib/model/review/rubric.ts';
import type { Decisions } from '../use-decisions.ts';
import { RubricEditor } from './rubric-editor.tsx';
import { type Begun, SettingsForm } from './settings-form.tsx';

type Props = {
  room: string;
  decisions: Decisions;
  rubrics: readonly Rubric[];
  /** May they set what all groups, or the whole course, are reviewed by? */
  mayAssign: boolean;
};

export function SettingsDialog({ room, decisions, rubrics: rendered, mayAssign }: Props) {
  const t = useTranslations('review.setup');
  const [open, setOpen] = useState<'no' | 'settings' | 'rubric'>('no');
  const [rubrics, setRubrics] = useState(rendered);
  /** Kept while a rubric is being made. */
  const [begun, setBegun] = useState<Begun | null>(null);
  const close = () => {
    setOpen('no');
    setBegun(null);
  };
  const { rubric } = decisions.settings;
  // Who may not take a rubric away from the others makes one beside it.
  const edited = mayAssign ? rubric : null;
  const known = rubric && !rubrics.some(({ id }) => id === rubric.id) ? [rubric, ...rubrics] : rubrics;
  const take = async (made: Rubric, instead: string | undefined) => {
    setRubrics([made, ...rubrics.filter(({ id }) => id !== instead)]);
    const problem = await decisions.changeSettings({ rubricId: made.id });
    if (!problem) showToast(t('taken', { name: made.name }));
    setBegun((before) => before && { ...before, rubricId: made.id });
    setOpen('settings');
  };
  return (
    <>
      <Button look="quiet" onPress={() => setOpen('settings')}>
        {t('open')}
      </Button>
      <Dialog title={t('title')} isOpen={open === 'settings'} onClose={close}>
        <SettingsForm
          decisions={decisions}
          rubrics={known}
          mayAssign={mayAssign}
          begun={begun}
          onEdit={(now) => {
            setBegun(now);
            setOpen('rubric');
          }}
          onDone={close}
        />
      </Dialog>
      <Dialog
        title={edited ? t('editor.title', { name: edited.name }) : t('editor.titleNew')}
        isOpen={open === 'rubric'}
        onClose={() => setOpen('settings')}
      >
        <RubricEditor room={room} rubric={edited} onMade={take} />
      </Dialog>
    </>
  );
}
