// The settings of a review: the rubric, when notes and replies are due, how much is laid out. What its reader may not set
// is shown and not offered.

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { type AnalyticsLevel, analyticsLevels } from '#lib/model/review/analytics.ts';
import type { Rubric } from '#lib/model/review/rubric.ts';
import type { Decisions } from '../use-decisions.ts';
import { localOf, momentOf } from './local-time.ts';
import styles from './settings-form.module.css';

/** What was chosen and typed, and is not saved yet. */
export type Begun = { rubricId: string; level: AnalyticsLevel; notes: string; replies: string };

export function SettingsForm({
  decisions,
  rubrics,
  mayAssign,
  begun,
  onEdit,
  onDone,
}: {
  decisions: Decisions;
  rubrics: readonly Rubric[];
  mayAssign: boolean;
  /** To be gone on with. */
  begun: Begun | null;
  onEdit: (begun: Begun) => void;
  onDone: () => void;
}) {
  const { rubric, analytics, due, isAssigned } = decisions.settings;
  /** The rubric of an assignment is that of all its groups. */
  const mayChoose = mayAssign || !isAssigned;
  const t = useTranslations('review.setup');
  const act = useTranslations('ui.act');
  const [rubricId, setRubricId] = useState(begun?.rubricId ?? rubric?.id ?? '');
  const [level, setLevel] = useState(begun?.level ?? analytics);
  const [notes, setNotes] = useState(begun?.notes ?? localOf(due.notes));
  const [replies, setReplies] = useState(begun?.replies ?? localOf(due.replies));
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    setIsBusy(true);
    const refused = await decisions.changeSettings({
      ...(mayChoose && { rubricId: rubricId || null }),
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
      <div className={styles.rubric}>
        <Choice
          label={t('rubric')}
          value={rubricId}
          options={[
            { value: '', label: t('noRubric') },
            ...rubrics.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setRubricId}
          isDisabled={!mayChoose}
        />
        {mayChoose && (
          <Button look="quiet" onPress={() => onEdit({ rubricId, level, notes, replies })}>
            {rubric && mayAssign ? t('edit', { name: rubric.name }) : t('make')}
          </Button>
        )}
      </div>
      {isAssigned ? (
        <p className={styles.told}>{t('assigned')}</p>
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
