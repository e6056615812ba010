'use client';
// Bringing in what was said elsewhere: a file is looked at first, with its report; only then is anything written.

import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '#components/ui/form/button.tsx';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import { counted } from '#lib/model/counted.ts';
import css from './exchange.module.css';
import { Progress } from './progress.tsx';
import { Report } from './report.tsx';
import { type Busy, type FoundNotes, type Step, useBringingIn } from './use-bringing-in.ts';

export function ImportDialog({
  roomId,
  isOpen,
  onClose,
}: {
  roomId: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { step, problem, stopped, busy, look, bringIn, cancel, startOver } = useBringingIn(roomId);
  const close = () => {
    startOver();
    onClose();
  };
  return (
    <Dialog title="Import annotations" isOpen={isOpen} onClose={close}>
      <div className={css.body}>
        {step.kind === 'choose' && <Explained />}
        {problem && <Notice tone="problem">{problem}</Notice>}
        {stopped && <Notice>{stopped}</Notice>}
        <Found step={step} />
        {busy && <Progress {...progressOf(busy)} />}
      </div>
      <DialogActions>
        <Acts
          step={step}
          busy={busy}
          onFile={(file) => void look(file)}
          onBringIn={() => void bringIn()}
          onCancel={cancel}
          onClose={close}
        />
      </DialogActions>
    </Dialog>
  );
}

function Acts({
  step,
  busy,
  onFile,
  onBringIn,
  onCancel,
  onClose,
}: {
  step: Step;
  busy: Busy | null;
  onFile: (file: File) => void;
  onBringIn: () => void;
  onCancel: () => void;
  onClose: () => void;
}) {
  if (busy) return <Button onPress={onCancel}>Cancel</Button>;
  if (step.kind === 'done')
    return (
      <Button look="primary" onPress={onClose}>
        Done
      </Button>
    );
  const isFound = step.kind === 'notes' || step.kind === 'archive';
  const isEmpty = step.kind === 'notes' && step.found.notes === 0;
  return (
    <>
      {step.kind !== 'opened' && (
        <FileButton look={isFound ? 'plain' : 'primary'} onFile={onFile}>
          {isFound ? 'Choose another file' : 'Choose a file'}
        </FileButton>
      )}
      {isFound && !isEmpty && (
        <Button look="primary" onPress={onBringIn}>
          {step.kind === 'notes' ? `Import ${counted(step.found.notes, 'note')}` : 'Open as a new discussion'}
        </Button>
      )}
    </>
  );
}

function FileButton({
  look,
  onFile,
  children,
}: {
  look: 'primary' | 'plain';
  onFile: (file: File) => void;
  children: string;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} onPress={() => chooser.current?.click()}>
        <FileUp aria-hidden />
        {children}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again, once it is mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}

function Explained() {
  return (
    <p className={css.quiet}>
      Hypothesis, Web Annotation, Kialo, Argdown, AIF or CSV files, or an archive of a discussion. You see
      what was understood before anything is written. Their authors are named as imported and cannot sign in.
    </p>
  );
}

function Found({ step }: { step: Step }) {
  switch (step.kind) {
    case 'choose':
      return null;
    case 'notes':
      return <NotesFound found={step.found} name={step.file.name} />;
    case 'archive':
      return (
        <>
          <p>
            This archive holds the discussion “{step.found.title}”: {counted(step.found.notes, 'note')} by{' '}
            {counted(step.found.people.length, 'person', 'people')}. It becomes a new discussion; this one
            stays as it is.
          </p>
          {step.found.report.length > 0 && (
            <Report title="What the archive does not hold" sentences={step.found.report} />
          )}
        </>
      );
    case 'done':
      return (
        <Notice tone="done">
          {step.notes === 1 ? '1 note was brought in.' : `${counted(step.notes, 'note')} were brought in.`}
        </Notice>
      );
    case 'opened':
      return (
        <>
          <Notice tone="done">
            It is a discussion of its own now. <a href={step.url}>Open “{step.title}”</a>
          </Notice>
          {step.report.length > 0 && <Report title="What could not be carried" sentences={step.report} />}
        </>
      );
  }
}

function NotesFound({ found, name }: { found: FoundNotes; name: string }) {
  const { notes, authors, sample, report } = found;
  return (
    <>
      <p>
        <b>{name}</b> holds {counted(notes, 'note')} by {counted(authors.length, 'person', 'people')}
        {notes > sample.length ? ', the first of them:' : notes > 0 ? ':' : '.'}
      </p>
      {sample.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys, too
        <ul className={css.sample} aria-label="Notes in this file" tabIndex={0}>
          {sample.map(({ author, body, quote }) => (
            <li key={`${author} ${quote} ${body}`} dir="auto">
              <b dir="auto">{author}</b>
              {quote && <q dir="auto">{quote}</q>}
              {body && <p dir="auto">{body}</p>}
            </li>
          ))}
        </ul>
      )}
      {report.length > 0 && (
        <Report title="What was found and what could not be carried" sentences={report} />
      )}
    </>
  );
}

function progressOf(busy: Busy) {
  return busy.doing === 'reading'
    ? { says: 'Reading the file…' }
    : { says: 'Bringing in…', done: busy.done, of: busy.of };
}
