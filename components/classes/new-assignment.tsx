'use client';
// Setting an assignment: a reading, what is asked, and its rooms.

import { type FormEvent, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { Button, LinkButton } from '#components/ui/form/button.tsx';
import { Choice } from '#components/ui/form/choice.tsx';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { send } from '#components/ui/form/request.ts';
import { Notice } from '#components/ui/over/notice.tsx';
import { AssignmentFields } from './assignment-fields.tsx';
import { bodyOf, type Faulty, faultsIn, newValues } from './assignment-values.ts';

const made = v.object({ id: v.string() });

type Props = {
  spaceId: string;
  readings: readonly { id: string; title: string }[];
  readingId: string;
  /** How many groups the roster has. */
  groups: number;
};

export function NewAssignment({ spaceId, readings, readingId, groups }: Props) {
  const t = useTranslations('classes.new');
  const [reading, setReading] = useState(readingId);
  const title = readings.find(({ id }) => id === reading)?.title ?? '';
  const [values, setValues] = useState(() => newValues(title, 'UTC'));
  const [rooms, setRooms] = useState<'groups' | 'one'>(groups > 0 ? 'groups' : 'one');
  const [faults, setFaults] = useState<Faulty>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  // The server does not know in which time zone the reader is.
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    setValues((before) => ({ ...before, timeZone }));
  }, []);
  const choose = (id: string) => {
    const next = readings.find((one) => one.id === id)?.title ?? '';
    // What was typed stays; a title that still is the reading's goes with it.
    setValues((before) => ({
      ...before,
      title: before.title === title ? next : before.title,
      columnTitle: before.columnTitle === title ? next : before.columnTitle,
    }));
    setReading(id);
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const found = faultsIn(values);
    setFaults(found);
    if (Object.keys(found).length > 0 || isBusy) return;
    setBusy(true);
    const body = { ...bodyOf(values), readingId: reading, rooms };
    const answer = await send(`/spaces/${spaceId}/assignments`, made, { body });
    if (answer.ok) {
      window.location.assign(`/assignments/${answer.value.id}`);
      return;
    }
    setBusy(false);
    setProblem(answer.problem.message);
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <FormStack>
        {problem && <Notice tone="problem">{problem}</Notice>}
        <Choice
          label={t('reading')}
          value={reading}
          options={readings.map(({ id, title: label }) => ({ value: id, label }))}
          onChange={choose}
        />
        <div>
          <LinkButton href={`/readings/new?space=${spaceId}&for=assignment`}>{t('otherText')}</LinkButton>
        </div>
        <AssignmentFields
          values={values}
          faults={faults}
          onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        />
        <Choice
          label={t('rooms')}
          value={rooms}
          options={[
            ...(groups > 0 ? [{ value: 'groups' as const, label: t('perGroup', { groups }) }] : []),
            { value: 'one' as const, label: t('oneForAll') },
          ]}
          onChange={setRooms}
        />
        {groups === 0 && <Notice>{t('noGroups')}</Notice>}
        <div>
          <Button type="submit" look="primary" size="large" isPending={isBusy}>
            {t('act')}
          </Button>
        </div>
      </FormStack>
    </form>
  );
}
