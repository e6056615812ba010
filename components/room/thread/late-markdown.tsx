// Markdown, loaded after the first paint: its parser is large, and no note is shown before the page is alive. Until it
// is there, words show as they were typed.

import { useSyncExternalStore } from 'react';

type Renderer = typeof import('./markdown.tsx');

let renderer: Renderer | null = null;
let isLoading = false;
const listeners = new Set<() => void>();

async function load(): Promise<void> {
  if (isLoading || renderer) return;
  isLoading = true;
  try {
    renderer = await import('./markdown.tsx');
    for (const listener of listeners) listener();
  } catch {
    // Offline before it was ever loaded: the next note that appears asks again.
  }
  isLoading = false;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  void load();
  return () => listeners.delete(listener);
}

function useRenderer(): Renderer | null {
  return useSyncExternalStore(
    subscribe,
    () => renderer,
    () => null,
  );
}

/** A note's words with their marks. */
export function NoteWords({ body }: { body: string }) {
  const loaded = useRenderer();
  return loaded ? <loaded.Markdown body={body} /> : <p>{body}</p>;
}

/** A note's words without their marks, on one line. */
export function usePlainWords(body: string): string {
  return useRenderer()?.plainText(body) ?? body;
}
