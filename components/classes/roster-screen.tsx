'use client';
// A course's roster: who belongs to it, who is expected, in which section and group; to search, to deal and to mend.

import { Shuffle } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { useForm } from '#components/ui/form/form.ts';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { send } from '#components/ui/form/request.ts';
import { Dialog } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { EmptyState } from '#components/ui/page/empty-state.tsx';
import { foundIn } from '#components/ui/page/found.ts';
import { ShowMore, useShown } from '#components/ui/page/show-more.tsx';
import { Time } from '#components/ui/time.tsx';
import { AddPeople } from './add-people.tsx';
import css from './classes.module.css';
import { MailLinks } from './mail-links.tsx';
import { type RosterPerson, wordsOf } from './roster.ts';
import { SeatDialog } from './seat-dialog.tsx';

/** A class is seen whole; a lecture a page at a time. */
const pageSize = 100;

export function RosterScreen({
  spaceId,
  people,
  canMail,
  sections,
  mayDeal,
}: {
  spaceId: string;
  people: readonly RosterPerson[];
  canMail: boolean;
  /** To which whoever keeps it is limited; none is no limit. */
  sections: readonly string[];
  /** Groups are dealt among everyone. */
  mayDeal: boolean;
}) {
  const t = useTranslations('classes.roster');
  const [typed, setTyped] = useState('');
  const page = useShown<HTMLTableSectionElement>(pageSize);
  const [editing, setEditing] = useState<RosterPerson | null>(null);
  const found = useMemo(() => foundIn(people, typed, wordsOf), [people, typed]);
  const find = (words: string) => {
    setTyped(words);
    page.restart();
  };
  if (people.length === 0) {
    return (
      <EmptyState
        title={t(sections.length > 0 ? 'nobodyOfYours' : 'nobody')}
        action={
          <div className={css.bar}>
            <AddPeople spaceId={spaceId} sections={sections} />
          </div>
        }
      >
        {t(sections.length > 0 ? 'howYoursCome' : 'howTheyCome')}
      </EmptyState>
    );
  }
  const expected = people.filter(({ hasJoined }) => !hasJoined).length;
  return (
    <div className={css.stack}>
      <div className={css.bar}>
        <Field label={t('find')} type="search" value={typed} onChange={find} autoComplete="off" />
        <AddPeople spaceId={spaceId} sections={sections} />
        {canMail && <MailLinks spaceId={spaceId} people={people} />}
        {mayDeal && <DealGroups spaceId={spaceId} count={people.length} />}
      </div>
      <p className={css.quiet} role="status">
        {found.length < people.length
          ? t('found', { found: found.length, all: people.length })
          : t(expected > 0 ? 'allExpected' : 'all', { count: people.length, expected })}
      </p>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('section')}</th>
            <th scope="col">{t('group')}</th>
            <th scope="col">{t('here')}</th>
            <th scope="col" aria-label={t('change')} />
          </tr>
        </thead>
        <tbody ref={page.list}>
          {found.slice(0, page.shown).map((person) => (
            <RosterRow key={person.id} person={person} onEdit={() => setEditing(person)} />
          ))}
        </tbody>
      </table>
      <ShowMore of={found.length} page={page} />
      {editing && (
        <SeatDialog
          key={editing.id}
          spaceId={spaceId}
          person={editing}
          sections={sections}
          canMail={canMail}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}

function RosterRow({ person, onEdit }: { person: RosterPerson; onEdit: () => void }) {
  const t = useTranslations('classes.roster');
  const about = [...(person.email ? [person.email] : []), ...(person.isFromCanvas ? [t('canvas')] : [])];
  return (
    <tr>
      <td>
        <span className={css.name}>
          <b dir="auto">{person.name}</b>
          {about.length > 0 && <span className={css.quiet}>{about.join(' · ')}</span>}
        </span>
      </td>
      <td data-label={t('section')} data-empty={person.section === null} dir="auto">
        {person.section}
      </td>
      <td data-label={t('group')} data-empty={person.group === null} dir="auto">
        {person.group}
      </td>
      <td>{person.hasJoined ? t('joined') : <Expected mailed={person.mailed} />}</td>
      <td>
        <Button look="quiet" aria-label={t('changeOne', { name: person.name })} onPress={onEdit}>
          {t('change')}
        </Button>
      </td>
    </tr>
  );
}

function Expected({ mailed }: { mailed: RosterPerson['mailed'] }) {
  const t = useTranslations('classes.roster');
  if (mailed === null) return <span className={css.quiet}>{t('expected')}</span>;
  const at = () => <Time at={mailed.at} />;
  return (
    <span className={css.quiet}>{t.rich(mailed.problem === null ? 'mailed' : 'notMailed', { at })}</span>
  );
}

const dealt = v.object({ groups: v.number() });

function DealGroups({ spaceId, count }: { spaceId: string; count: number }) {
  const t = useTranslations('classes.deal');
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const rules = {
    size: (value: string) =>
      Number.isInteger(Number(value)) && Number(value) >= 1 ? undefined : t('sizeNeeded'),
  };
  const { faults, isBusy, props } = useForm(rules, async ({ size }) => {
    const answer = await send(`/spaces/${spaceId}/groups`, dealt, { body: { size: Number(size) } });
    if (!answer.ok) return { form: answer.problem.message };
    showToast(t('done', { count, groups: answer.value.groups }));
    router.refresh();
    setOpen(false);
    return null;
  });
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Shuffle aria-hidden />
        {t('ask')}
      </Button>
      <Dialog title={t('title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <form {...props}>
          <FormStack>
            {faults.form && <Notice tone="problem">{faults.form}</Notice>}
            <Field
              label={t('size')}
              name="size"
              type="number"
              defaultValue="5"
              error={faults.size}
              help={t('help')}
            />
            <div>
              <Button type="submit" look="primary" isPending={isBusy}>
                {t('act', { count })}
              </Button>
            </div>
          </FormStack>
        </form>
      </Dialog>
    </>
  );
}
