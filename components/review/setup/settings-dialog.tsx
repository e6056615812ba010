// How the work of this discussion is reviewed: the rubric, when notes and replies are due, how much is laid out.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { analyticsLevels } from '#lib/model/review/analytics.ts';
import type { Rubric } from '#lib/model/review/rubric.ts';
import type { Decisions } from '../use-decisions.ts';
import { localOf, momentOf } from './local-time.ts';
import { RubricEditor } from './rubric-editor.tsx';

type Props = { room: string; decisions: Decisions; rubrics: readonly Rubric[] };

export function SettingsDialog({ room, decisions, rubrics: rendered }: Props) {
  const t = useTranslations('review.setup');
  const [open, setOpen] = useState<'no' | 'settings' | 'rubric'>('no');
  const [rubrics, setRubrics] = useState(rendered);
  const close = () => setOpen('no');
  const { rubric } = decisions.settings;
  const known = rubric && !rubrics.some(({ id }) => id === rubric.id) ? [rubric, ...rubrics] : rubrics;
  const take = async (made: Rubric, instead: string | undefined) => {
    setRubrics([made, ...rubrics.filter(({ id }) => id !== instead)]);
    const problem = await decisions.changeSettings({ rubricId: made.id });
    if (!problem) showToast(t('taken', { name: made.name }));
    setOpen('settings');
  };
  return (
    <>
      <Button look="quiet" onPress={() => setOpen('settings')}>
        {t('open')}
      </Button>
      <Dialog title={t('title')} isOpen={open === 'settings'} onClose={close}>
        <Settings decisions={decisions} rubrics={known} onEdit={() => setOpen('rubric')} onDone={close} />
      </Dialog>
      <Dialog
        title={rubric ? t('editor.title', { name: rubric.name }) : t('editor.titleNew')}
        isOpen={open === 'rubric'}
        onClose={() => setOpen('settings')}
      >
        <RubricEditor room={room} rubric={rubric} onMade={take} />
      </Dialog>
    </>
  );
}

function Settings({
  decisions,
  rubrics,
  onEdit,
  onDone,
}: {
  decisions: Decisions;
  rubrics: readonly Rubric[];
  onEdit: () => void;
  onDone: () => void;
}) {
  const { rubric, analytics, due, isAssigned } = decisions.settings;
  const t = useTranslations('review.setup');
  const act = useTranslations('ui.act');
  const [rubricId, setRubricId] = useState(rubric?.id ?? '');
  const [level, setLevel] = useState(analytics);
  const [notes, setNotes] = useState(localOf(due.notes));
  const [replies, setReplies] = useState(localOf(due.replies));
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    setIsBusy(true);
    const refused = await decisions.changeSettings({
      rubricId: rubricId || null,
      analytics: level,
      ...(!isAssigned && { notesDueAt: momentOf(notes), repliesDueAt: momentOf(replies) }),
    });
    setIsBusy(false);
    setProblem(refused);
    if (!refused) onDone();
  };
  return (
    <FormStack>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <Choice
        label={t('rubric')}
        value={rubricId}
        options={[
          { value: '', label: t('noRubric') },
          ...rubrics.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setRubricId}
      />
      <div>
        <Button look="quiet" onPress={onEdit}>
          {rubric ? t('edit', { name: rubric.name }) : t('make')}
        </Button>
      </div>
      {isAssigned ? (
        <p>{t('assigned')}</p>
      ) : (
        <>
          <Field
            label={t('notesDue')}
            type="datetime-local"
            value={notes}
            onChange={setNotes}
            isRequired={false}
            help={t('zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
          />
          <Field
            label={t('repliesDue')}
            type="datetime-local"
            value={replies}
            onChange={setReplies}
            isRequired={false}
          />
        </>
      )}
      <Choice
        label={t('analytics.label')}
        value={level}
        options={analyticsLevels.map((value) => ({ value, label: t(`analytics.${value}`) }))}
        onChange={setLevel}
      />
      <DialogActions>
        <Button onPress={onDone}>{act('cancel')}</Button>
        <Button look="primary" isPending={isBusy} onPress={save}>
          {t('save')}
        </Button>
      </DialogActions>
    </FormStack>
  );
}
