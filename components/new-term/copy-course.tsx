'use client';
// Copying a course for a new term: its name, what becomes of the dates, whether one's own notes come along, and a look at
// what that makes before it is made.

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { useDateFormat } from '#components/ui/dates.ts';
import { Button } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import { Section } from '#components/ui/page/page.tsx';
import {
  type CopiedCourse,
  daysBetween,
  firstDay,
  maxShiftDays,
  nextTermName,
  sameDayNextTime,
} from '#lib/model/classes/new-term.ts';
import { maxNameLength } from '#lib/model/text/text.ts';
import { CopiedList } from './copied-list.tsx';
import css from './new-term.module.css';

const dayOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
} as const;
const made = v.object({ id: v.string() });

export function CopyCourse({
  spaceId,
  copied,
  today,
}: {
  spaceId: string;
  copied: CopiedCourse;
  today: string;
}) {
  const t = useTranslations('classes.copy');
  const dayFormat = useDateFormat(dayOptions);
  const first = firstDay(copied.assignments);
  const notes = copied.assignments.reduce((sum, one) => sum + one.notes, 0);
  const [name, setName] = useState(() => nextTermName(copied.name) ?? t('newTerm', { name: copied.name }));
  const [dates, setDates] = useState<'move' | 'empty'>(first === null ? 'empty' : 'move');
  const [day, setDay] = useState(() => (first === null ? '' : sameDayNextTime(first, today)));
  const [withNotes, setWithNotes] = useState(notes > 0);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const days = first === null || dates === 'empty' ? null : daysBetween(first, day);
  const dayFault = days !== null && !(Math.abs(days) <= maxShiftDays) ? t('tooFar') : undefined;
  const nameFault = name.trim() === '' ? t('nameNeeded') : undefined;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (dayFault || nameFault || isBusy) return;
    setBusy(true);
    const answer = await send(`/spaces/${spaceId}/copy`, made, {
      body: { name, shiftDays: days, withNotes },
    });
    if (answer.ok) {
      window.location.assign(`/spaces/${answer.value.id}`);
      return;
    }
    setBusy(false);
    setProblem(answer.problem.message);
  };
  return (
    <form onSubmit={onSubmit} noValidate className={css.stack}>
      <FormStack>
        {problem && <Notice tone="problem">{problem}</Notice>}
        <Field
          label={t('name')}
          value={name}
          onChange={setName}
          error={nameFault}
          maxLength={maxNameLength}
          autoComplete="off"
          isAnyScript
        />
        {first !== null && (
          <div className={css.pair}>
            <Choice
              label={t('dates')}
              value={dates}
              options={[
                { value: 'move', label: t('move') },
                { value: 'empty', label: t('empty') },
              ]}
              onChange={setDates}
            />
            {dates === 'move' && (
              <Field
                label={t('first')}
                type="date"
                value={day}
                onChange={setDay}
                error={dayFault}
                help={t('firstWas', { day: dayFormat.format(new Date(`${first}T00:00Z`)) })}
              />
            )}
          </div>
        )}
        {notes > 0 && (
          <Choice
            label={t('notes')}
            value={withNotes ? 'with' : 'without'}
            options={[
              { value: 'with', label: t('withNotes', { count: notes }) },
              { value: 'without', label: t('withoutNotes') },
            ]}
            onChange={(chosen) => setWithNotes(chosen === 'with')}
          />
        )}
      </FormStack>
      <Section title={t('what')}>
        {copied.assignments.length > 0 && (
          <CopiedList copied={copied} shift={dayFault ? null : days} withNotes={withNotes} />
        )}
        <p className={css.quiet}>{alsoCopied(copied, t)}</p>
        <p className={css.quiet}>{t('leftBehind')}</p>
      </Section>
      <div>
        <Button type="submit" look="primary" size="large" isPending={isBusy}>
          {t('act')}
        </Button>
      </div>
    </form>
  );
}

type CopyWords = ReturnType<typeof useTranslations<'classes.copy'>>;

function alsoCopied({ assignments, readings, rubrics, comments }: CopiedCourse, t: CopyWords): string {
  const things = [
    ...(readings > 0 ? [t('readings', { count: readings })] : []),
    ...(rubrics > 0 ? [t('rubrics', { count: rubrics })] : []),
    ...(comments > 0 ? [t('comments', { count: comments })] : []),
  ].join(', ');
  const sentences = [
    t(assignments.length > 0 ? 'settingsStay' : 'noAssignment'),
    ...(things === '' ? [] : [t('also', { things })]),
  ];
  return sentences.join(' ');
}
