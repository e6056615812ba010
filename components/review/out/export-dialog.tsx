// The files that leave: notes, receipts, a plain gradebook, and Canvas's, which first says whom it will not find.

import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { useDownload } from '#components/ui/device/use-download.ts';
import { Button } from '#components/ui/form/button.tsx';
import { send } from '#components/ui/form/request.ts';
import { Dialog } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import type { ParticipantId } from '#lib/model/record.ts';
import { counted } from '../student/student-list.tsx';
import css from './out.module.css';

type Props = { room: string; student: ParticipantId | null; hasRubric: boolean };

const checkAnswer = v.object({
  unmatched: v.array(v.object({ id: v.string(), name: v.string() })),
  isColumnNew: v.boolean(),
});
type Check = v.InferOutput<typeof checkAnswer>;

const files = [
  {
    file: 'notes',
    label: 'Notes',
    about: 'Every note with its passage, what it answers, both times, lateness.',
  },
  {
    file: 'receipts',
    label: 'Grades with receipts',
    about: 'Every mark behind every grade: each can be worked out again from this file.',
  },
  { file: 'gradebook', label: 'Gradebook', about: 'One row a student, one column a criterion.' },
  { file: 'canvas', label: 'Canvas', about: 'For Canvas’s own import. Blank is not graded, EX is excused.' },
] as const;

export function ExportDialog({ room, student, hasRubric }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onPress={() => setIsOpen(true)}>
        Export…
      </Button>
      <Dialog title="Export" isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Files room={room} student={student} hasRubric={hasRubric} />
      </Dialog>
    </>
  );
}

function Files({ room, student, hasRubric }: Props) {
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
          Notes of this student only
        </label>
      )}
      <ul className={css.files}>
        {files.map(({ file, label, about }) => (
          <li key={file}>
            <div>
              <b>{label}</b>
              <p>{about}</p>
              {file === 'canvas' && hasRubric && <CanvasCheck room={room} />}
            </div>
            <Button
              isDisabled={file !== 'notes' && !hasRubric}
              // Not disabled meanwhile: it would lose the focus, and with it Esc its way out of the dialog.
              isPending={isRunning && chosen === file}
              aria-label={`Download ${label}`}
              onPress={() => download(file)}
            >
              Download
            </Button>
          </li>
        ))}
      </ul>
      {!hasRubric && <p>Grades need a rubric: choose one in the settings.</p>}
      {isRunning && (
        <div className={css.progress}>
          <progress value={state.part} aria-label="Writing the file" />
          <Button look="quiet" onPress={cancel}>
            Cancel
          </Button>
        </div>
      )}
      {state.kind === 'done' && <Notice tone="done">{state.name} is on your device.</Notice>}
      {state.kind === 'failed' && <Notice tone="problem">{state.message}</Notice>}
    </div>
  );
}

/** Whom and what Canvas will not find, before anything is downloaded. */
function CanvasCheck({ room }: { room: string }) {
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
  if (unmatched.length === 0 && !isColumnNew) return <p>Everyone and the column are known to Canvas.</p>;
  return (
    <>
      {isColumnNew && <p>The column has no Canvas id: Canvas will make a new assignment of it.</p>}
      {unmatched.length > 0 && (
        <details>
          <summary>
            {counted(unmatched.length, 'person', 'people')} without a Canvas id will be left out
          </summary>
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
