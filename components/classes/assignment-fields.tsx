'use client';
// The fields of an assignment, for making one and for changing one.

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

export function AssignmentFields(props: Props) {
  const { values, faults, onChange } = props;
  return (
    <>
      <Field
        label="Title"
        value={values.title}
        onChange={(title) => onChange({ title })}
        error={faults.title}
        autoComplete="off"
        isAnyScript
      />
      <div className={css.prompt}>
        <Field
          label="Prompt"
          value={values.prompt}
          onChange={(prompt) => onChange({ prompt })}
          help="It stands above the text. What should they look for?"
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
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>Dates</legend>
      <div className={css.pair}>
        <Field
          label="Notes due"
          type="datetime-local"
          value={values.notesDue}
          onChange={(notesDue) => onChange({ notesDue })}
          error={faults.notesDue}
          isRequired={false}
        />
        <Field
          label="Replies due"
          type="datetime-local"
          value={values.repliesDue}
          onChange={(repliesDue) => onChange({ repliesDue })}
          error={faults.repliesDue}
          isRequired={false}
        />
        <Field
          label="Closes"
          type="datetime-local"
          value={values.closes}
          onChange={(closes) => onChange({ closes })}
          error={faults.closes}
          isRequired={false}
          help="After it nobody can write. Late is never refused before."
        />
        <Choice
          label="Time zone"
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
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>What each student writes</legend>
      <div className={css.pair}>
        <Field
          label="Notes"
          type="number"
          value={values.requiredNotes}
          onChange={(requiredNotes) => onChange({ requiredNotes })}
          error={faults.requiredNotes}
        />
        <Field
          label="Replies"
          type="number"
          value={values.requiredReplies}
          onChange={(requiredReplies) => onChange({ requiredReplies })}
          error={faults.requiredReplies}
        />
        <Field
          label="Gradebook column"
          value={values.columnTitle}
          onChange={(columnTitle) => onChange({ columnTitle })}
          autoComplete="off"
          isAnyScript
        />
      </div>
    </fieldset>
  );
}

const sightOptions = [
  { value: 'after-own-notes', label: 'After their own notes' },
  { value: 'open', label: 'From the start' },
  { value: 'from', label: 'From a date' },
  { value: 'when-opened', label: 'When you open it' },
] as const;

const nameOptions = [
  { value: 'named', label: 'By name' },
  { value: 'pseudonymous', label: 'By pseudonym (you see names)' },
] as const;

function Sight({ values, faults, onChange }: Props) {
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>Who sees what</legend>
      <div className={css.pair}>
        <Choice
          label="Students see others’ notes"
          value={values.visibility}
          options={sightOptions}
          onChange={(visibility) => onChange({ visibility })}
        />
        {values.visibility === 'after-own-notes' && (
          <>
            <Field
              label="Notes of their own"
              type="number"
              value={values.ownNotes}
              onChange={(ownNotes) => onChange({ ownNotes })}
              error={faults.ownNotes}
            />
            <Field
              label="Words in each, at least"
              type="number"
              value={values.ownWords}
              onChange={(ownWords) => onChange({ ownWords })}
              error={faults.ownWords}
              help="Only notes on a passage count."
            />
          </>
        )}
        {values.visibility === 'from' && (
          <Field
            label="From"
            type="datetime-local"
            value={values.visibleFrom}
            onChange={(visibleFrom) => onChange({ visibleFrom })}
            error={faults.visibleFrom}
          />
        )}
        {values.visibility === 'when-opened' && (
          <Choice
            label="Opened"
            value={values.isOpened ? 'yes' : 'no'}
            options={[
              { value: 'no', label: 'Not yet' },
              { value: 'yes', label: 'Open now' },
            ]}
            onChange={(opened) => onChange({ isOpened: opened === 'yes' })}
          />
        )}
        <Choice
          label="Students see each other"
          value={values.names}
          options={nameOptions}
          onChange={(names) => onChange({ names })}
        />
      </div>
    </fieldset>
  );
}
