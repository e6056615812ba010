'use client';
// Adding people to a roster: a file that is shown before anything is kept, or one person by hand.

import { FileText, UserPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { anyText, type Faults, needed, useForm } from '#components/ui/form/form.ts';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { send } from '#components/ui/form/request.ts';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import { listFormat } from '#lib/words/lists.ts';
import css from './classes.module.css';
import { enrolled, enrolledWords, previewWithin, type RosterPreview, rosterPreview } from './roster.ts';
import { SectionChoice } from './section-choice.tsx';

/** `sections`: to which whoever adds them is limited; none is no limit. */
export function AddPeople({ spaceId, sections }: { spaceId: string; sections: readonly string[] }) {
  const t = useTranslations('classes.add');
  const [open, setOpen] = useState<'file' | 'person' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button look="primary" onPress={() => setOpen('file')}>
        <FileText aria-hidden />
        {t('file')}
      </Button>
      <Button onPress={() => setOpen('person')}>
        <UserPlus aria-hidden />
        {t('person')}
      </Button>
      <Dialog title={t('file')} isOpen={open === 'file'} onClose={close}>
        <FromFile spaceId={spaceId} sections={sections} onDone={close} />
      </Dialog>
      <Dialog title={t('person')} isOpen={open === 'person'} onClose={close}>
        <OnePerson spaceId={spaceId} sections={sections} onDone={close} />
      </Dialog>
    </>
  );
}

type Done = { spaceId: string; sections: readonly string[]; onDone: () => void };

function FromFile({ spaceId, sections, onDone }: Done) {
  const names = listFormat(useLocale()).format(sections);
  const t = useTranslations('classes.add');
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<'reading' | 'adding' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [preview, setPreview] = useState<RosterPreview | null>(null);
  const read = async (file: File | undefined) => {
    if (!file) return;
    const body = new FormData();
    body.set('file', file);
    setBusy('reading');
    const answer = await send(`/spaces/${spaceId}/seats/preview`, rosterPreview, { body });
    setBusy(null);
    setProblem(answer.ok ? null : answer.problem.message);
    setPreview(answer.ok ? previewWithin(answer.value, sections, t('outside', { names })) : null);
  };
  const add = async () => {
    setBusy('adding');
    const answer = await send(`/spaces/${spaceId}/seats`, enrolled, { body: { people: preview?.people } });
    setBusy(null);
    setProblem(answer.ok ? null : answer.problem.message);
    if (!answer.ok) return;
    showToast(enrolledWords(answer.value, t));
    router.refresh();
    onDone();
  };
  const isGood = preview !== null && preview.problems.length === 0;
  return (
    <div className={css.stack}>
      <p className={css.quiet}>{t('whichFile')}</p>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {preview && <PreviewWords preview={preview} />}
      <input
        ref={chooser}
        type="file"
        accept=".csv,text/csv,.txt"
        hidden
        aria-label={t('rosterFile')}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          // The same file may be chosen again, once it is mended.
          event.target.value = '';
        }}
      />
      <DialogActions>
        <Button
          look={isGood ? 'plain' : 'primary'}
          isPending={busy === 'reading'}
          onPress={() => chooser.current?.click()}
        >
          {t(preview ? 'chooseAnother' : 'choose')}
        </Button>
        {isGood && (
          <Button look="primary" isPending={busy === 'adding'} onPress={add}>
            {t('act', { count: preview.people.length })}
          </Button>
        )}
      </DialogActions>
    </div>
  );
}

/** How many lines of a file are shown: enough to see that the columns are right. */
const shownRows = 8;

function PreviewWords({ preview }: { preview: RosterPreview }) {
  const t = useTranslations('classes.add');
  const { people, problems, known, passedOver } = preview;
  if (problems.length > 0) {
    return (
      <Notice tone="problem" title={t('nothing')}>
        {t('mend')}
        <ul className={`${css.lines} ${css.scroll}`}>
          {problems.map(({ line, message }) => (
            <li key={`${line} ${message}`}>{t('problem', { line: String(line), message })}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  const groups = new Set(people.map(({ group }) => group).filter(Boolean)).size;
  const facts = [
    t('new', { count: people.length - known }),
    ...(known > 0 ? [t('known', { count: known })] : []),
    ...(groups > 0 ? [t('groups', { count: groups })] : []),
    ...(passedOver > 0 ? [t('passedOver', { count: passedOver })] : []),
  ];
  return (
    <>
      <Notice tone="done">{facts.join(' · ')}</Notice>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('email')}</th>
            <th scope="col">{t('group')}</th>
          </tr>
        </thead>
        <tbody>
          {people.slice(0, shownRows).map((person) => (
            <tr key={`${person.name} ${person.email} ${person.canvas?.id}`}>
              <td dir="auto">{person.name}</td>
              <td>{person.email}</td>
              <td dir="auto">{person.group}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {people.length > shownRows && (
        <p className={css.quiet}>{t('more', { count: people.length - shownRows })}</p>
      )}
    </>
  );
}

function OnePerson({ spaceId, sections, onDone }: Done) {
  const [section, setSection] = useState(sections[0] ?? null);
  const t = useTranslations('classes.add');
  const router = useRouter();
  const rules = { name: needed(t('nameNeeded')), email: anyText, group: anyText };
  const { faults, isBusy, props } = useForm(
    rules,
    async ({ name, email, group }): Promise<Faults<'name' | 'email' | 'group'> | null> => {
      const people = [{ name, email: email.trim() || null, section, group }];
      const answer = await send(`/spaces/${spaceId}/seats`, enrolled, { body: { people } });
      if (!answer.ok) return { form: answer.problem.message };
      showToast(enrolledWords(answer.value, t));
      router.refresh();
      onDone();
      return null;
    },
  );
  return (
    <form {...props}>
      <FormStack>
        {faults.form && <Notice tone="problem">{faults.form}</Notice>}
        <Field
          label={t('name')}
          name="name"
          error={faults.name}
          autoComplete="off"
          isRequired
          isAnyScript
          autoFocus
        />
        <Field
          label={t('email')}
          name="email"
          type="email"
          autoComplete="off"
          isRequired={false}
          help={t('emailHelp')}
        />
        {section !== null && sections.length > 1 && (
          <SectionChoice sections={sections} value={section} onChange={setSection} />
        )}
        <Field label={t('group')} name="group" autoComplete="off" isRequired={false} isAnyScript />
        <div>
          <Button type="submit" look="primary" isPending={isBusy}>
            {t('one')}
          </Button>
        </div>
      </FormStack>
    </form>
  );
}
