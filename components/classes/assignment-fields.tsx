'use client';
// The fields of an assignment, for making one and for changing one.

import { useTranslations } from 'use-intl/react';
import { Choice } from '#components/ui/form/choice.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { maxPromptLength } from '#lib/model/classes/assignment.ts';
import type { AssignmentValues, Faulty } from './assignment-values.ts';
import css from './classes.module.css';

type Props = {
  values: AssignmentValues;
  faults: Faulty;
  onChange: (change: Partial<AssignmentValues>) => void;
};

/** Says what is wrong with a field. */
function useFaultWords(): (fault: Faulty[keyof Faulty]) => string | undefined {
  const t = useTranslations('classes.fault');
  return (fault) => fault && t(fault);
}

export function AssignmentFields(props: Props) {
  const t = useTranslations('classes.fields');
  const said = useFaultWords();
  const { values, faults, onChange } = props;
  return (
    <>
      <Field
        label={t('title')}
        value={values.title}
        onChange={(title) => onChange({ title })}
        error={said(faults.title)}
        autoComplete="off"
        isAnyScript
      />
      <div className={css.prompt}>
        <Field
          label={t('prompt')}
          value={values.prompt}
          onChange={(prompt) => onChange({ prompt })}
          help={t('promptHelp')}
          maxLength={maxPromptLength}
          isRequired={false}
          isAnyScript
          isLong
        />
      </div>
      <Dates {...props} />
      <Counts {...props} />
      <Sight {...props} />
    </>
  );
}

function Dates({ values, faults, onChange }: Props) {
  const t = useTranslations('classes.dates');
  const said = useFaultWords();
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{t('legend')}</legend>
      <div className={css.pair}>
        <Field
          label={t('notesDueAt')}
          type="datetime-local"
          value={values.notesDue}
          onChange={(notesDue) => onChange({ notesDue })}
          error={said(faults.notesDue)}
          isRequired={false}
        />
        <Field
          label={t('repliesDueAt')}
          type="datetime-local"
          value={values.repliesDue}
          onChange={(repliesDue) => onChange({ repliesDue })}
          error={said(faults.repliesDue)}
          isRequired={false}
        />
        <Field
          label={t('closesAt')}
          type="datetime-local"
          value={values.closes}
          onChange={(closes) => onChange({ closes })}
          error={said(faults.closes)}
          isRequired={false}
          help={t('closesHelp')}
        />
        <Choice
          label={t('timeZone')}
          value={values.timeZone}
          options={zonesWith(values.timeZone).map((zone) => ({
            value: zone,
            label: zone.replace(/_/g, ' '),
          }))}
          onChange={(timeZone) => onChange({ timeZone })}
        />
      </div>
    </fieldset>
  );
}

/** All zones the platform knows, and the one chosen, should it know it by another name. */
function zonesWith(zone: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(zone) ? known : [zone, ...known];
}

function Counts({ values, faults, onChange }: Props) {
  const t = useTranslations('classes.fields');
  const said = useFaultWords();
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{t('counts')}</legend>
      <div className={css.pair}>
        <Field
          label={t('requiredNotes')}
          type="number"
          value={values.requiredNotes}
          onChange={(requiredNotes) => onChange({ requiredNotes })}
          error={said(faults.requiredNotes)}
        />
        <Field
          label={t('requiredReplies')}
          type="number"
          value={values.requiredReplies}
          onChange={(requiredReplies) => onChange({ requiredReplies })}
          error={said(faults.requiredReplies)}
        />
        <Field
          label={t('columnTitle')}
          value={values.columnTitle}
          onChange={(columnTitle) => onChange({ columnTitle })}
          autoComplete="off"
          isAnyScript
        />
      </div>
    </fieldset>
  );
}

const sights = ['after-own-notes', 'open', 'from', 'when-opened'] as const;
const names = ['named', 'pseudonymous'] as const;

function Sight({ values, faults, onChange }: Props) {
  const t = useTranslations('classes.fields');
  const said = useFaultWords();
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{t('sight')}</legend>
      <div className={css.pair}>
        <Choice
          label={t('visibility')}
          value={values.visibility}
          options={sights.map((value) => ({ value, label: t(value) }))}
          onChange={(visibility) => onChange({ visibility })}
        />
        {values.visibility === 'after-own-notes' && (
          <>
            <Field
              label={t('ownNotes')}
              type="number"
              value={values.ownNotes}
              onChange={(ownNotes) => onChange({ ownNotes })}
              error={said(faults.ownNotes)}
            />
            <Field
              label={t('ownWords')}
              type="number"
              value={values.ownWords}
              onChange={(ownWords) => onChange({ ownWords })}
              error={said(faults.ownWords)}
              help={t('ownWordsHelp')}
            />
          </>
        )}
        {values.visibility === 'from' && (
          <Field
            label={t('visibleFrom')}
            type="datetime-local"
            value={values.visibleFrom}
            onChange={(visibleFrom) => onChange({ visibleFrom })}
            error={said(faults.visibleFrom)}
          />
        )}
        {values.visibility === 'when-opened' && (
          <Choice
            label={t('opened')}
            value={values.isOpened ? 'yes' : 'no'}
            options={[
              { value: 'no', label: t('notYet') },
              { value: 'yes', label: t('openNow') },
            ]}
            onChange={(opened) => onChange({ isOpened: opened === 'yes' })}
          />
        )}
        <Choice
          label={t('names')}
          value={values.names}
          options={names.map((value) => ({ value, label: t(value) }))}
          onChange={(names) => onChange({ names })}
        />
      </div>
    </fieldset>
  );
}
