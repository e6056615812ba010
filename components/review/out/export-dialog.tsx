// The files that leave: notes, receipts, a plain gradebook, and Canvas's, which first says whom it will not find.

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { useDownload } from '#components/ui/device/use-download.ts';
import { Button } from '#components/ui/form/button.tsx';
import { send } from '#components/ui/form/request.ts';
import { Dialog } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import type { ParticipantId } from '#lib/model/record.ts';
import css from './out.module.css';

type Props = { room: string; student: ParticipantId | null; hasRubric: boolean };

const checkAnswer = v.object({
  unmatched: v.array(v.object({ id: v.string(), name: v.string() })),
  isColumnNew: v.boolean(),
});
type Check = v.InferOutput<typeof checkAnswer>;

const files = ['notes', 'receipts', 'gradebook', 'canvas'] as const;

export function ExportDialog({ room, student, hasRubric }: Props) {
  const t = useTranslations('review.out.files');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onPress={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      <Dialog title={t('title')} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Files room={room} student={student} hasRubric={hasRubric} />
      </Dialog>
    </>
  );
}

function Files({ room, student, hasRubric }: Props) {
  const t = useTranslations('review.out.files');
  const act = useTranslations('ui.act');
  const { state, start, cancel } = useDownload();
  const [chosen, setChosen] = useState('');
  const [isOnlyThis, setIsOnlyThis] = useState(false);
  const isRunning = state.kind === 'running';
  const path = (file: string) => {
    const only = file === 'notes' && student && isOnlyThis ? `&student=${student}` : '';
    return `/rooms/${room}/review/export?file=${file}${only}`;
  };
  const download = (file: string) => {
    if (isRunning) return;
    setChosen(file);
    void start(path(file));
  };
  return (
    <div className={css.body}>
      {student && (
        <label className={css.only}>
          <input
            type="checkbox"
            checked={isOnlyThis}
            onChange={(event) => setIsOnlyThis(event.target.checked)}
          />
          {t('onlyThis')}
        </label>
      )}
      <ul className={css.files}>
        {files.map((file) => (
          <li key={file}>
            <div>
              <b>{t(`${file}.label`)}</b>
              <p>{t(`${file}.about`)}</p>
              {file === 'canvas' && hasRubric && <CanvasCheck room={room} />}
            </div>
            <Button
              isDisabled={file !== 'notes' && !hasRubric}
              // Not disabled meanwhile: it would lose the focus, and with it Esc its way out of the dialog.
              isPending={isRunning && chosen === file}
              aria-label={t('downloadOf', { file: t(`${file}.label`) })}
              onPress={() => download(file)}
            >
              {t('download')}
            </Button>
          </li>
        ))}
      </ul>
      {!hasRubric && <p>{t('noRubric')}</p>}
      {isRunning && (
        <div className={css.progress}>
          <progress value={state.part} aria-label={t('writing')} />
          <Button look="quiet" onPress={cancel}>
            {act('cancel')}
          </Button>
        </div>
      )}
      {state.kind === 'done' && <Notice tone="done">{t('done', { name: state.name })}</Notice>}
      {state.kind === 'failed' && <Notice tone="problem">{state.message}</Notice>}
    </div>
  );
}

/** Whom and what Canvas will not find, before anything is downloaded. */
function CanvasCheck({ room }: { room: string }) {
  const t = useTranslations('review.out.check');
  const [check, setCheck] = useState<Check | null>(null);
  useEffect(() => {
    let isWanted = true;
    void send(`/rooms/${room}/review/export/check`, checkAnswer, { method: 'GET' }).then((sent) => {
      if (isWanted && sent.ok) setCheck(sent.value);
    });
    return () => {
      isWanted = false;
    };
  }, [room]);
  if (!check) return null;
  const { unmatched, isColumnNew } = check;
  if (unmatched.length === 0 && !isColumnNew) return <p>{t('known')}</p>;
  return (
    <>
      {isColumnNew && <p>{t('newColumn')}</p>}
      {unmatched.length > 0 && (
        <details>
          <summary>{t('unmatched', { count: unmatched.length })}</summary>
          <ul>
            {unmatched.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
