'use client';
// Bringing in what was said elsewhere: a file is looked at first, with its report; only then is anything written.

import { useRef, useState } from 'react';
import * as v from 'valibot';
import { Button } from '#components/ui/form/button.tsx';
import { send } from '#components/ui/form/request.ts';
import { Dialog, DialogActions } from '#components/ui/over/dialog.tsx';
import { Notice } from '#components/ui/over/notice.tsx';
import css from './exchange.module.css';
import { Report } from './export-dialog.tsx';

const notesPreview = v.object({
  notes: v.number(),
  authors: v.array(v.string()),
  report: v.array(v.string()),
  sample: v.array(v.object({ author: v.string(), body: v.string(), quote: v.nullable(v.string()) })),
});
const archivePreview = v.object({ title: v.string(), records: v.number(), people: v.array(v.string()) });
const notesDone = v.object({ notes: v.number() });
const archiveDone = v.object({ url: v.string(), title: v.string() });

type Step =
  | { kind: 'choose' }
  | { kind: 'notes'; file: File; found: v.InferOutput<typeof notesPreview> }
  | { kind: 'archive'; file: File; found: v.InferOutput<typeof archivePreview> }
  | { kind: 'done'; notes: number }
  | { kind: 'opened'; url: string; title: string };

export function ImportDialog({
  roomId,
  isOpen,
  onClose,
}: {
  roomId: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const abort = useRef<AbortController>(null);
  const notesPath = `/rooms/${encodeURIComponent(roomId)}/import`;

  const post = async <T,>(path: string, schema: v.GenericSchema<unknown, T>, file: File) => {
    const body = new FormData();
    body.set('file', file);
    abort.current = new AbortController();
    setProblem(null);
    setBusy(true);
    const outcome = await send(path, schema, { body, signal: abort.current.signal });
    setBusy(false);
    if (outcome.ok) return outcome.value;
    if (outcome.problem.code !== 'cancelled') setProblem(outcome.problem.message);
    return null;
  };
  const look = async (file: File | undefined) => {
    if (!file) return;
    if (await isZip(file)) {
      const found = await post('/rooms/import?preview', archivePreview, file);
      if (found) setStep({ kind: 'archive', file, found });
    } else {
      const found = await post(`${notesPath}?preview`, notesPreview, file);
      if (found) setStep({ kind: 'notes', file, found });
    }
  };
  const bringIn = async () => {
    if (step.kind === 'notes') {
      const done = await post(notesPath, notesDone, step.file);
      if (done) setStep({ kind: 'done', notes: done.notes });
    } else if (step.kind === 'archive') {
      const done = await post('/rooms/import', archiveDone, step.file);
      if (done) setStep({ kind: 'opened', ...done });
    }
  };
  const close = () => {
    abort.current?.abort();
    setStep({ kind: 'choose' });
    setProblem(null);
    onClose();
  };

  return (
    <Dialog title="Import annotations" isOpen={isOpen} onClose={close}>
      <div className={css.body}>
        {problem && <Notice tone="problem">{problem}</Notice>}
        {step.kind === 'choose' && <Chooser onFile={(file) => void look(file)} />}
        {step.kind === 'notes' && <NotesFound found={step.found} />}
        {step.kind === 'archive' && (
          <p>
            This archive holds the discussion “{step.found.title}” with {step.found.records} records by{' '}
            {step.found.people.length} people. It becomes a new discussion; this one stays as it is.
          </p>
        )}
        {step.kind === 'done' && <Notice tone="done">{step.notes} notes were brought in.</Notice>}
        {step.kind === 'opened' && (
          <Notice tone="done">
            <a href={step.url}>Open “{step.title}”</a>
          </Notice>
        )}
        {isBusy && <p role="status">Reading the file…</p>}
      </div>
      <DialogActions>
        {isBusy && <Button onPress={() => abort.current?.abort()}>Cancel</Button>}
        {(step.kind === 'notes' || step.kind === 'archive') && (
          <Button look="primary" isPending={isBusy} onPress={() => void bringIn()}>
            {step.kind === 'notes' ? `Import ${step.found.notes} notes` : 'Open as a new discussion'}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Chooser({ onFile }: { onFile: (file: File | undefined) => void }) {
  return (
    <>
      <p className={css.quiet}>
        Hypothesis, Web Annotation, Kialo, Argdown, AIF or CSV files, or an archive of a discussion. You see
        what was understood before anything is written. Their authors are named as imported and cannot sign
        in.
      </p>
      <label>
        <span className={css.legend}>File </span>
        <input type="file" onChange={(event) => onFile(event.target.files?.[0])} />
      </label>
    </>
  );
}

function NotesFound({ found }: { found: v.InferOutput<typeof notesPreview> }) {
  return (
    <>
      <p>
        {found.notes} notes by {found.authors.length} people, among them:
      </p>
      <ul className={css.sample}>
        {found.sample.map(({ author, body, quote }) => (
          <li key={`${author} ${quote} ${body}`} dir="auto">
            <b dir="auto">{author}</b> {quote && <q dir="auto">{quote}</q>} <bdi>{body}</bdi>
          </li>
        ))}
      </ul>
      <Report title="What was found and what could not be carried" sentences={found.report} />
    </>
  );
}

/** By its first bytes, never by its name. */
async function isZip(file: File): Promise<boolean> {
  const [p, k] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return p === 0x50 && k === 0x4b;
}
