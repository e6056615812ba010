// A rubric as it is written: criteria, each with its way of counting and its levels. What is saved is always a new rubric
// (rubric.ts); ids of criteria and levels stay, so that marks given already go on counting.

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { newRecordId } from '#components/room/scene/acts.ts';
import { Button, IconButton } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { send } from '#components/ui/form/request.ts';
import { DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import {
  type Criterion,
  completeRubricIn,
  countings,
  type Rubric,
  type RubricForm,
  type RubricWord,
  seminarRubricIn,
} from '#lib/model/review/rubric.ts';
import { rubricAnswer } from '../review-data.ts';
import css from './rubric-editor.module.css';

type Props = {
  room: string;
  /** The one to begin with; null begins with a usual one. */
  rubric: Rubric | null;
  onMade: (rubric: Rubric, instead: string | undefined) => void;
};

const madeAnswer = v.object({ rubric: rubricAnswer });

export function RubricEditor({ room, rubric, onMade }: Props) {
  const t = useTranslations('review.setup.editor');
  const ready = useTranslations('review.rubrics');
  const say = (word: RubricWord) => ready(word);
  const [form, setForm] = useState<RubricForm>(() => (rubric ? formOf(rubric) : seminarRubricIn(say)));
  const [begunWith, setBegunWith] = useState(rubric?.id);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const begin = (usual: RubricForm) => {
    setForm(usual);
    setBegunWith(undefined);
  };
  const change = (at: number, criterion: Criterion) =>
    setForm({ ...form, criteria: form.criteria.with(at, criterion) });
  const save = async () => {
    setIsBusy(true);
    const body = { rubric: form, ...(begunWith && { instead: begunWith }) };
    const sent = await send(`/rooms/${room}/review/rubrics`, madeAnswer, { body });
    setIsBusy(false);
    if (sent.ok) onMade(sent.value.rubric, begunWith);
    else setProblem(sent.problem.message);
  };
  return (
    <FormStack>
      <div className={css.begin}>
        <Button look="quiet" onPress={() => begin(seminarRubricIn(say))}>
          {t('beginSeminar')}
        </Button>
        <Button look="quiet" onPress={() => begin(completeRubricIn(say))}>
          {t('beginComplete')}
        </Button>
      </div>
      <Field
        label={t('name')}
        value={form.name}
        onChange={(name) => setForm({ ...form, name })}
        isRequired
        maxLength={120}
      />
      {form.criteria.map((criterion, i) => (
        <CriterionFields
          key={criterion.id}
          criterion={criterion}
          onChange={(changed) => change(i, changed)}
          onRemove={
            form.criteria.length > 1
              ? () => setForm({ ...form, criteria: form.criteria.toSpliced(i, 1) })
              : undefined
          }
        />
      ))}
      {form.scale === 'points' && (
        <div>
          <Button
            look="quiet"
            onPress={() => setForm({ ...form, criteria: [...form.criteria, emptyCriterion()] })}
          >
            <Plus aria-hidden="true" /> {t('add')}
          </Button>
        </div>
      )}
      {problem && <Notice tone="problem">{problem}</Notice>}
      <DialogActions>
        <Button look="primary" isPending={isBusy} onPress={save}>
          {t('use')}
        </Button>
      </DialogActions>
    </FormStack>
  );
}

function CriterionFields({
  criterion,
  onChange,
  onRemove,
}: {
  criterion: Criterion;
  onChange: (criterion: Criterion) => void;
  onRemove: (() => void) | undefined;
}) {
  const t = useTranslations('review.setup.editor');
  const { levels } = criterion;
  const changeLevel = (at: number, level: Partial<Criterion['levels'][number]>) =>
    onChange({ ...criterion, levels: levels.map((one, i) => (i === at ? { ...one, ...level } : one)) });
  const next = levels.length + 1;
  // A fresh id: marks of a level that was removed must not come to life again.
  const another = { id: newRecordId(), name: String(next), descriptor: '', points: next };
  return (
    <fieldset className={css.criterion}>
      <legend>{criterion.name || t('unnamed')}</legend>
      <div className={css.head}>
        <Field
          label={t('criterion')}
          value={criterion.name}
          maxLength={120}
          onChange={(name) => onChange({ ...criterion, name })}
        />
        <Choice
          label={t('counting.label')}
          value={criterion.counting}
          options={countings.map((value) => ({ value, label: t(`counting.${value}`) }))}
          onChange={(counting) => onChange({ ...criterion, counting })}
        />
      </div>
      <ol>
        {levels.map((level, i) => (
          <li key={level.id}>
            <input
              aria-label={t('levelName', { number: i + 1 })}
              value={level.name}
              maxLength={60}
              onChange={(event) => changeLevel(i, { name: event.target.value })}
            />
            <input
              aria-label={t('levelMeaning', { number: i + 1 })}
              placeholder={t('meaning')}
              value={level.descriptor}
              maxLength={500}
              onChange={(event) => changeLevel(i, { descriptor: event.target.value })}
            />
            <input
              aria-label={t('levelPoints', { number: i + 1 })}
              type="number"
              min={0}
              max={1000}
              step="any"
              value={level.points}
              onChange={(event) => changeLevel(i, { points: event.target.valueAsNumber || 0 })}
            />
            {levels.length > 2 && (
              <IconButton
                label={t('removeLevel', { number: i + 1 })}
                onPress={() => onChange({ ...criterion, levels: levels.toSpliced(i, 1) })}
              >
                <X aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ol>
      <div className={css.begin}>
        {levels.length < 9 && (
          <Button look="quiet" onPress={() => onChange({ ...criterion, levels: [...levels, another] })}>
            {t('addLevel')}
          </Button>
        )}
        {onRemove && (
          <Button look="quiet" onPress={onRemove}>
            {t('remove')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function formOf({ id: _, ...form }: Rubric): RubricForm {
  return form;
}

function emptyCriterion(): Criterion {
  const levels = [1, 2].map((n) => ({ id: newRecordId(), name: String(n), descriptor: '', points: n }));
  return { id: newRecordId(), name: '', counting: 'best', levels };
}
