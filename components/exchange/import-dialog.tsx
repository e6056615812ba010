'use client';
// Bringing in what was said elsewhere: a file is looked at first, with its report; only then is anything written.

import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/form/button.tsx';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
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
  const t = useTranslations('exchange.in');
  const { step, problem, stopped, busy, look, bringIn, cancel, startOver } = useBringingIn(roomId);
  const close = () => {
    startOver();
    onClose();
  };
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={close}>
      <div className={css.body}>
        {step.kind === 'choose' && <Explained />}
        {problem && <Notice tone="problem">{problem}</Notice>}
        {/* The very last moment of an archive may be over before the server hears of it. */}
        {stopped && <Notice>{t(`stopped.${stopped}`)}</Notice>}
        <Found step={step} />
        {busy?.doing === 'reading' && <Progress says={t('reading')} />}
        {busy?.doing === 'writing' && <Progress says={t('writing')} done={busy.done} of={busy.of} />}
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
  const t = useTranslations('exchange.in');
  const tAct = useTranslations('ui.act');
  if (busy) return <Button onPress={onCancel}>{tAct('cancel')}</Button>;
  if (step.kind === 'done')
    return (
      <Button look="primary" onPress={onClose}>
        {t('finish')}
      </Button>
    );
  const isFound = step.kind === 'notes' || step.kind === 'archive';
  const isEmpty = step.kind === 'notes' && step.found.notes === 0;
  return (
    <>
      {step.kind !== 'opened' && (
        <FileButton look={isFound ? 'plain' : 'primary'} onFile={onFile}>
          {isFound ? t('chooseOther') : t('choose')}
        </FileButton>
      )}
      {isFound && !isEmpty && (
        <Button look="primary" onPress={onBringIn}>
          {step.kind === 'notes' ? t('import', { notes: step.found.notes }) : t('open')}
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
  const t = useTranslations('exchange.in');
  return <p className={css.quiet}>{t('about')}</p>;
}

function Found({ step }: { step: Step }) {
  const t = useTranslations('exchange.in');
  switch (step.kind) {
    case 'choose':
      return null;
    case 'notes':
      return <NotesFound found={step.found} name={step.file.name} />;
    case 'archive':
      return (
        <>
          <p>
            {t('archive', {
              title: step.found.title,
              notes: step.found.notes,
              people: step.found.people.length,
            })}
          </p>
          {step.found.report.length > 0 && (
            <Report title={t('archiveReport')} sentences={step.found.report} />
          )}
        </>
      );
    case 'done':
      return <Notice tone="done">{t('done', { notes: step.notes })}</Notice>;
    case 'opened':
      return (
        <>
          <Notice tone="done">
            {t.rich('opened', { title: step.title, link: (words) => <a href={step.url}>{words}</a> })}
          </Notice>
          {step.report.length > 0 && <Report title={t('openedReport')} sentences={step.report} />}
        </>
      );
  }
}

function NotesFound({ found, name }: { found: FoundNotes; name: string }) {
  const t = useTranslations('exchange.in');
  const { notes, authors, sample, report } = found;
  const how = notes > sample.length ? 'more' : notes > 0 ? 'all' : 'none';
  return (
    <>
      <p>
        {t.rich(`found.${how}`, {
          file: name,
          notes,
          people: authors.length,
          b: (words) => <b>{words}</b>,
        })}
      </p>
      {sample.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys, too
        <ul className={css.sample} aria-label={t('notes')} tabIndex={0}>
          {sample.map(({ author, body, quote }) => (
            <li key={`${author} ${quote} ${body}`} dir="auto">
              <b dir="auto">{author}</b>
              {quote && <q dir="auto">{quote}</q>}
              {body && <p dir="auto">{body}</p>}
            </li>
          ))}
        </ul>
      )}
      {report.length > 0 && <Report title={t('report')} sentences={report} />}
    </>
  );
}
