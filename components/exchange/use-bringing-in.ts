// Bringing a file in from the browser: looked at first, then written with how far it is, and a way to stop (U57).

import { useRef, useState } from 'react';
import * as v from 'valibot';
import { type Outcome, send, sendForLines } from '#components/ui/form/request.ts';

const notesPreview = v.object({
  notes: v.number(),
  authors: v.array(v.string()),
  report: v.array(v.string()),
  sample: v.array(v.object({ author: v.string(), body: v.string(), quote: v.nullable(v.string()) })),
});
const archivePreview = v.object({
  title: v.string(),
  notes: v.number(),
  people: v.array(v.string()),
  report: v.array(v.string()),
});
const progressLine = v.object({ progress: v.object({ done: v.number(), of: v.number() }) });
const notesBrought = v.object({ brought: v.object({ notes: v.number() }) });
const archiveBrought = v.object({
  brought: v.object({ url: v.string(), title: v.string(), report: v.array(v.string()) }),
});

export type FoundNotes = v.InferOutput<typeof notesPreview>;
type FoundArchive = v.InferOutput<typeof archivePreview>;

export type Step =
  | { kind: 'choose' }
  | { kind: 'notes'; file: File; found: FoundNotes }
  | { kind: 'archive'; file: File; found: FoundArchive }
  | { kind: 'done'; notes: number }
  | { kind: 'opened'; url: string; title: string; report: readonly string[] };

/** Notes are taken as they come, an archive whole or not at all. */
type What = 'notes' | 'archive';
export type Busy = { doing: 'reading' } | { doing: 'writing'; what: What; done: number; of: number };

export function useBringingIn(roomId: string) {
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const [problem, setProblem] = useState<string | null>(null);
  /** What was being written when they stopped it, which is no problem: they asked for it. */
  const [stopped, setStopped] = useState<What | null>(null);
  const [busy, setBusy] = useState<Busy | null>(null);
  const stop = useRef<AbortController>(null);
  const notesPath = `/rooms/${encodeURIComponent(roomId)}/import`;

  const during = async <T>(
    now: Busy,
    file: File,
    call: (init: { body: FormData; signal: AbortSignal }) => Promise<Outcome<T>>,
  ): Promise<T | null> => {
    const body = new FormData();
    body.set('file', file);
    const controller = new AbortController();
    stop.current = controller;
    setProblem(null);
    setStopped(null);
    setBusy(now);
    const outcome = await call({ body, signal: controller.signal });
    // Another file may be on its way by now: what it shows is its own.
    if (stop.current !== controller) return null;
    setBusy(null);
    if (outcome.ok) return outcome.value;
    if (outcome.problem.code !== 'cancelled') setProblem(outcome.problem.message);
    else if (now.doing === 'writing') setStopped(now.what);
    return null;
  };
  const look = async (file: File) => {
    setStep({ kind: 'choose' });
    if (await isZip(file)) {
      const found = await during({ doing: 'reading' }, file, (init) =>
        send('/rooms/import?preview', archivePreview, init),
      );
      if (found) setStep({ kind: 'archive', file, found });
    } else {
      const found = await during({ doing: 'reading' }, file, (init) =>
        send(`${notesPath}?preview`, notesPreview, init),
      );
      if (found) setStep({ kind: 'notes', file, found });
    }
  };
  const write = async <T>(path: string, what: What, file: File, answer: v.GenericSchema<unknown, T>) =>
    during({ doing: 'writing', what, done: 0, of: 0 }, file, (init) =>
      sendForLines(
        path,
        { line: progressLine, answer },
        ({ progress }) => setBusy({ doing: 'writing', what, ...progress }),
        init,
      ),
    );
  const bringIn = async () => {
    if (step.kind === 'notes') {
      const done = await write(notesPath, 'notes', step.file, notesBrought);
      if (done) setStep({ kind: 'done', ...done.brought });
    } else if (step.kind === 'archive') {
      const done = await write('/rooms/import', 'archive', step.file, archiveBrought);
      if (done) setStep({ kind: 'opened', ...done.brought });
    }
  };
  const cancel = () => stop.current?.abort();
  const startOver = () => {
    cancel();
    stop.current = null;
    setBusy(null);
    setProblem(null);
    setStopped(null);
    setStep({ kind: 'choose' });
  };
  return { step, problem, stopped, busy, look, bringIn, cancel, startOver };
}

/** By its first bytes, never by its name. */
async function isZip(file: File): Promise<boolean> {
  const [p, k] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return p === 0x50 && k === 0x4b;
}
