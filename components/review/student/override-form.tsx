// What a person decides over the rubric: other points, or excused, always with a reason; and taking that back.

import { useState } from 'react';
import { nameOf } from '#components/room/scene/people.ts';
import { useScene } from '#components/room/scene/scene.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { anyText, needed, useForm } from '#components/ui/form/form.ts';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import type { ParticipantId } from '#lib/model/record.ts';
import type { KeptOverride } from '../review-data.ts';
import type { OverrideForm } from '../use-decisions.ts';
import { pointsOf } from './grade-figure.tsx';
import css from './override-form.module.css';

type Props = {
  participant: ParticipantId;
  override: KeptOverride | null;
  most: number;
  onDecide: (form: OverrideForm) => Promise<string | null>;
};

export function OverrideButton({ participant, override, most, onDecide }: Props) {
  const { people } = useScene();
  const [isOpen, setIsOpen] = useState(false);
  const [asksExcuse, setAsksExcuse] = useState(false);
  return (
    <div className={css.override}>
      {override && (
        <p>
          <b>{override.points === null ? 'Excused' : `${pointsOf(override.points)} points`}</b>, decided by{' '}
          {nameOf(people, override.by)}: {override.reason}
        </p>
      )}
      <div className={css.acts}>
        <Button look="quiet" onPress={() => [setAsksExcuse(false), setIsOpen(true)]}>
          {override ? 'Change the override' : 'Override…'}
        </Button>
        {!override && (
          <Button look="quiet" onPress={() => [setAsksExcuse(true), setIsOpen(true)]}>
            Excuse…
          </Button>
        )}
      </div>
      <Dialog
        title={asksExcuse ? 'Excuse this student' : 'Override the grade'}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <Fields {...{ participant, override, most, onDecide, asksExcuse }} onDone={() => setIsOpen(false)} />
      </Dialog>
    </div>
  );
}

function Fields({
  participant,
  override,
  most,
  onDecide,
  asksExcuse,
  onDone,
}: Props & { asksExcuse: boolean; onDone: () => void }) {
  const seen = override?.id ?? null;
  const { faults, isBusy, props } = useForm(
    {
      points: asksExcuse ? anyText : pointsRule,
      reason: needed('Write why: the student will read it.'),
    },
    async ({ points, reason }) => {
      const what = asksExcuse
        ? ({ decision: 'excused' } as const)
        : ({ decision: 'points', points: Number(points) } as const);
      const problem = await onDecide({ participant, reason, seen, ...what });
      if (problem) return { form: problem };
      onDone();
      return null;
    },
  );
  const takeBack = async () => {
    const problem = await onDecide({ participant, decision: 'none', reason: 'Taken back', seen });
    if (!problem) onDone();
  };
  return (
    <form {...props}>
      <FormStack>
        {faults.form && <Notice tone="problem">{faults.form}</Notice>}
        {!asksExcuse && (
          <Field
            label={`Points, of ${most}`}
            name="points"
            autoFocus
            isRequired
            {...(override?.points != null ? { defaultValue: String(override.points) } : {})}
            error={faults.points}
          />
        )}
        <Field
          label="Reason"
          name="reason"
          isLong
          isRequired
          isAnyScript
          maxLength={1000}
          help="Shown to the student with the grade, and kept in the receipts."
          defaultValue={override?.reason ?? ''}
          error={faults.reason}
        />
        <DialogActions>
          {override && <Button onPress={takeBack}>Let the rubric count again</Button>}
          <Button type="submit" look="primary" isPending={isBusy}>
            {asksExcuse ? 'Excuse' : 'Override'}
          </Button>
        </DialogActions>
      </FormStack>
    </form>
  );
}

const pointsRule = (value: string) =>
  value.trim() !== '' && Number(value) >= 0 ? undefined : 'Write the points as a number, such as 8.5.';
