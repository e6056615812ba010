'use client';
// Copying a course for a new term: its name, what becomes of the dates, whether one's own notes come along, and a look at
// what that makes before it is made.

import { type FormEvent, useState } from 'react';
import * as v from 'valibot';
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
  const first = firstDay(copied.assignments);
  const notes = copied.assignments.reduce((sum, one) => sum + one.notes, 0);
  const [name, setName] = useState(() => nextTermName(copied.name));
  const [dates, setDates] = useState<'move' | 'empty'>(first === null ? 'empty' : 'move');
  const [day, setDay] = useState(() => (first === null ? '' : sameDayNextTime(first, today)));
  const [withNotes, setWithNotes] = useState(notes > 0);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const days = first === null || dates === 'empty' ? null : daysBetween(first, day);
  const dayFault =
    days !== null && !(Math.abs(days) <= maxShiftDays) ? 'Choose a day within four years.' : undefined;
  const nameFault = name.trim() === '' ? 'Give the new course a name.' : undefined;
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
          label="Name of the new course"
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
              label="Dates"
              value={dates}
              options={[
                { value: 'move', label: 'Move all by as many days' },
                { value: 'empty', label: 'Leave empty' },
              ]}
              onChange={setDates}
            />
            {dates === 'move' && (
              <Field
                label="The first date becomes"
                type="date"
                value={day}
                onChange={setDay}
                error={dayFault}
                help={`It was ${dayIn(first)}. Hours stay as they are.`}
              />
            )}
          </div>
        )}
        {notes > 0 && (
          <Choice
            label="Your own notes"
            value={withNotes ? 'with' : 'without'}
            options={[
              { value: 'with', label: notes === 1 ? 'Copy your note' : `Copy your ${notes} notes` },
              { value: 'without', label: 'Leave them behind' },
            ]}
            onChange={(chosen) => setWithNotes(chosen === 'with')}
          />
        )}
      </FormStack>
      <Section title="What is copied">
        {copied.assignments.length > 0 && (
          <CopiedList copied={copied} shift={dayFault ? null : days} withNotes={withNotes} />
        )}
        <p className={css.quiet}>{alsoCopied(copied)}</p>
        <p className={css.quiet}>
          Left behind: people and their groups, assistants and their limits, what students wrote, your replies
          to them, marks and grades, extensions, invite links, and discussions that belong to no assignment.
          The new class is placed by the names of its groups; a discussion nobody belongs to takes the name of
          a group that has none, and where there are more groups than discussions, more are made.
        </p>
      </Section>
      <div>
        <Button type="submit" look="primary" size="large" isPending={isBusy}>
          Copy the course
        </Button>
      </div>
    </form>
  );
}

function alsoCopied({ assignments, readings, rubrics, comments }: CopiedCourse): string {
  const counted = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`];
  const parts = [
    ...counted(readings, 'reading', 'readings'),
    ...counted(rubrics, 'rubric', 'rubrics'),
    ...counted(comments, 'comment of the comment bank', 'comments of the comment bank'),
  ];
  const settings =
    assignments.length > 0
      ? 'Prompts, what is asked, who sees what and the gradebook columns stay as they are'
      : 'There is no assignment';
  return parts.length > 0 ? `${settings}. Also copied: ${parts.join(', ')}.` : `${settings}.`;
}

function dayIn(day: string): string {
  const form = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  } as const;
  return new Intl.DateTimeFormat('en-GB', form).format(new Date(`${day}T00:00Z`));
}
