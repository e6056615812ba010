// A discussion as a file, with how many of its notes are in it, and a way to stop (U57).

import { useRef, useState } from 'react';
import * as v from 'valibot';
import { save } from '#components/ui/device/use-download.ts';
import { sendForLines } from '#components/ui/form/request.ts';

export type Export =
  | { kind: 'idle' }
  | { kind: 'running'; done: number; of: number }
  | { kind: 'done' }
  | { kind: 'failed'; message: string };

const line = v.union([
  v.object({ progress: v.object({ done: v.number(), of: v.number() }) }),
  v.object({ part: v.string() }),
]);
const answer = v.object({ written: v.object({ name: v.string(), type: v.string() }) });

export function useExport() {
  const [state, setState] = useState<Export>({ kind: 'idle' });
  const stop = useRef<AbortController>(null);
  /** Gets the file of `/api${path}` and saves it. */
  const start = async (path: string) => {
    const controller = new AbortController();
    stop.current = controller;
    setState({ kind: 'running', done: 0, of: 0 });
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const outcome = await sendForLines(
      path,
      { line, answer },
      (one) => {
        if ('part' in one) parts.push(bytesIn(one.part));
        else setState({ kind: 'running', ...one.progress });
      },
      { method: 'GET', signal: controller.signal },
    );
    if (controller.signal.aborted) return;
    if (outcome.ok) save(new Blob(parts, { type: outcome.value.written.type }), outcome.value.written.name);
    setState(outcome.ok ? { kind: 'done' } : { kind: 'failed', message: outcome.problem.message });
  };
  const cancel = () => {
    stop.current?.abort();
    setState({ kind: 'idle' });
  };
  return { state, start, cancel };
}

function bytesIn(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
}
