'use client';
// Adding people to a roster: a file that is shown before anything is kept, or one person by hand.

import { FileText, UserPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/form/button.tsx';
import { Field } from '#components/ui/form/field.tsx';
import { anyText, type Faults, needed, useForm } from '#components/ui/form/form.ts';
import { FormStack } from '#components/ui/form/form-stack.tsx';
import { send } from '#components/ui/form/request.ts';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { showToast } from '#components/ui/over/toast.tsx';
import css from './classes.module.css';
import { enrolled, enrolledWords, type RosterPreview, rosterPreview } from './roster.ts';

export function AddPeople({ spaceId }: { spaceId: string }) {
  const [open, setOpen] = useState<'file' | 'person' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button look="primary" onPress={() => setOpen('file')}>
        <FileText aria-hidden />
        Add from a file
      </Button>
      <Button onPress={() => setOpen('person')}>
        <UserPlus aria-hidden />
        Add one person
      </Button>
      <Dialog title="Add from a file" isOpen={open === 'file'} onClose={close}>
        <FromFile spaceId={spaceId} onDone={close} />
      </Dialog>
      <Dialog title="Add one person" isOpen={open === 'person'} onClose={close}>
        <OnePerson spaceId={spaceId} onDone={close} />
      </Dialog>
    </>
  );
}

type Done = { spaceId: string; onDone: () => void };

function FromFile({ spaceId, onDone }: Done) {
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
    setPreview(answer.ok ? answer.value : null);
  };
  const add = async () => {
    setBusy('adding');
    const answer = await send(`/spaces/${spaceId}/seats`, enrolled, { body: { people: preview?.people } });
    setBusy(null);
    setProblem(answer.ok ? null : answer.problem.message);
    if (!answer.ok) return;
    showToast(enrolledWords(answer.value));
    router.refresh();
    onDone();
  };
  const isGood = preview !== null && preview.problems.length === 0;
  return (
    <div className={css.stack}>
      <p className={css.quiet}>
        A CSV whose first line names its columns: name, e-mail, group, section. Or the gradebook that Canvas
        exports: its ids are kept for the way back.
      </p>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {preview && <PreviewWords preview={preview} />}
      <input
        ref={chooser}
        type="file"
        accept=".csv,text/csv,.txt"
        hidden
        aria-label="Roster file"
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
          {preview ? 'Choose another file' : 'Choose a file'}
        </Button>
        {isGood && (
          <Button look="primary" isPending={busy === 'adding'} onPress={add}>
            {preview.people.length === 1 ? 'Add 1 person' : `Add ${preview.people.length} people`}
          </Button>
        )}
      </DialogActions>
    </div>
  );
}

/** How many lines of a file are shown: enough to see that the columns are right. */
const shownRows = 8;

function PreviewWords({ preview }: { preview: RosterPreview }) {
  const { people, problems, known, passedOver } = preview;
  if (problems.length > 0) {
    return (
      <Notice tone="problem" title="Nothing was added">
        Mend these lines in the file and choose it again.
        <ul className={`${css.lines} ${css.scroll}`}>
          {problems.map(({ line, message }) => (
            <li key={`${line} ${message}`}>
              Line {line}: {message}
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  const groups = new Set(people.map(({ group }) => group).filter(Boolean)).size;
  const facts = [
    `${people.length - known} new`,
    ...(known > 0 ? [`${known} on the roster already`] : []),
    ...(groups > 0 ? [groups === 1 ? '1 group' : `${groups} groups`] : []),
    ...(passedOver > 0 ? [`${passedOver} lines that name no student passed over`] : []),
  ];
  return (
    <>
      <Notice tone="done">{facts.join(' · ')}</Notice>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            <th scope="col">Group</th>
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
      {people.length > shownRows && <p className={css.quiet}>and {people.length - shownRows} more</p>}
    </>
  );
}

function OnePerson({ spaceId, onDone }: Done) {
  const router = useRouter();
  const rules = { name: needed('Write their name.'), email: anyText, group: anyText };
  const { faults, isBusy, props } = useForm(
    rules,
    async ({ name, email, group }): Promise<Faults<'name' | 'email' | 'group'> | null> => {
      const people = [{ name, email: email.trim() || null, group }];
      const answer = await send(`/spaces/${spaceId}/seats`, enrolled, { body: { people } });
      if (!answer.ok) return { form: answer.problem.message };
      showToast(enrolledWords(answer.value));
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
          label="Name"
          name="name"
          error={faults.name}
          autoComplete="off"
          isRequired
          isAnyScript
          autoFocus
        />
        <Field
          label="E-mail"
          name="email"
          type="email"
          autoComplete="off"
          isRequired={false}
          help="Whoever signs up with it takes this place. Without one, send them their personal link."
        />
        <Field label="Group" name="group" autoComplete="off" isRequired={false} isAnyScript />
        <div>
          <Button type="submit" look="primary" isPending={isBusy}>
            Add
          </Button>
        </div>
      </FormStack>
    </form>
  );
}
