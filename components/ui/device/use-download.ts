// Downloading a file as it is written, with how far it is, and a way to stop (U57).

import { useRef, useState } from 'react';
import { askedIn, pageWords } from '../page-words.ts';

export type Download =
  | { kind: 'idle' }
  /** `part` is between 0 and 1. */
  | { kind: 'running'; part: number }
  | { kind: 'done'; name: string }
  | { kind: 'failed'; message: string };

export function useDownload() {
  const [state, setState] = useState<Download>({ kind: 'idle' });
  const stop = useRef<AbortController | null>(null);
  /** Gets `/api${path}`; with a body, sends it as JSON and keeps what is written of it. */
  const start = async (path: string, body?: unknown) => {
    const controller = new AbortController();
    stop.current = controller;
    setState({ kind: 'running', part: 0 });
    try {
      const response = await fetch(`/api${path}`, {
        signal: controller.signal,
        headers: { ...askedIn(), ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      });
      if (!response.ok || !response.body) {
        setState({ kind: 'failed', message: pageWords()('download.failed') });
        return;
      }
      const lines = Number(response.headers.get('x-lines')) || 1;
      const chunks = await readAll(response.body, (read) =>
        setState({ kind: 'running', part: Math.min(1, read / lines) }),
      );
      const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
      save(new Blob(chunks, { type: response.headers.get('content-type') ?? '' }), name ?? 'export.csv');
      setState({ kind: 'done', name: name ?? 'export.csv' });
    } catch {
      const message = pageWords()('download.lost');
      setState(controller.signal.aborted ? { kind: 'idle' } : { kind: 'failed', message });
    }
  };
  return { state, start, cancel: () => stop.current?.abort() };
}

async function readAll(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onLines: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let lines = 0;
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    chunks.push(value);
    for (const byte of value) if (byte === 10) lines++;
    onLines(lines);
  }
}

/** Puts a file with the others that were downloaded. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken it by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
