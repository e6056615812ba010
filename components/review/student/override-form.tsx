// What a person decides over the rubric: other points, or excused, always with a reason; and taking that back.

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
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
import css from './override-form.module.css';
import { usePoints } from './use-points.ts';

type Props = {
  participant: ParticipantId;
  override: KeptOverride | null;
  most: number;
  onDecide: (form: OverrideForm) => Promise<string | null>;
};

export function OverrideButton({ participant, override, most, onDecide }: Props) {
  const { people } = useScene();
  const { pointsOf } = usePoints();
  const t = useTranslations('review.student.override');
  const [isOpen, setIsOpen] = useState(false);
  const [asksExcuse, setAsksExcuse] = useState(false);
  const decided = ({ by, reason }: KeptOverride) => ({
    name: nameOf(people, by),
    reason,
    b: (words: ReactNode) => <b>{words}</b>,
  });
  return (
    <div className={css.override}>
      {override && (
        <p>
          {override.points === null
            ? t.rich('excused', decided(override))
            : t.rich('points', { ...decided(override), points: pointsOf(override.points) })}
        </p>
      )}
      <div className={css.acts}>
        <Button look="quiet" onPress={() => [setAsksExcuse(false), setIsOpen(true)]}>
          {override ? t('change') : t('open')}
        </Button>
        {!override && (
          <Button look="quiet" onPress={() => [setAsksExcuse(true), setIsOpen(true)]}>
            {t('openExcuse')}
          </Button>
        )}
      </div>
      <Dialog
        title={asksExcuse ? t('titleExcuse') : t('title')}
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
  const t = useTranslations('review.student.override');
  const { figureOf, typedPoints } = usePoints();
  const seen = override?.id ?? null;
  const { faults, isBusy, props } = useForm(
    {
      points: asksExcuse ? anyText : (value) => (typedPoints(value) >= 0 ? undefined : t('pointsNeeded')),
      reason: needed(t('reasonNeeded')),
    },
    async ({ points, reason }) => {
      const what = asksExcuse
        ? ({ decision: 'excused' } as const)
        : ({ decision: 'points', points: typedPoints(points) } as const);
      const problem = await onDecide({ participant, reason, seen, ...what });
      if (problem) return { form: problem };
      onDone();
      return null;
    },
  );
  const takeBack = async () => {
    const problem = await onDecide({ participant, decision: 'none', reason: t('takenBack'), seen });
    if (!problem) onDone();
  };
  return (
    <form {...props}>
      <FormStack>
        {faults.form && <Notice tone="problem">{faults.form}</Notice>}
        {!asksExcuse && (
          <Field
            label={t('field', { most: figureOf(most) })}
            name="points"
            autoFocus
            isRequired
            {...(override?.points != null ? { defaultValue: figureOf(override.points) } : {})}
            error={faults.points}
          />
        )}
        <Field
          label={t('reason')}
          name="reason"
          isLong
          isRequired
          isAnyScript
          maxLength={1000}
          help={t('reasonHelp')}
          defaultValue={override?.reason ?? ''}
          error={faults.reason}
        />
        <DialogActions>
          {override && <Button onPress={takeBack}>{t('takeBack')}</Button>}
          <Button type="submit" look="primary" isPending={isBusy}>
            {asksExcuse ? t('actExcuse') : t('act')}
          </Button>
        </DialogActions>
      </FormStack>
    </form>
  );
}
