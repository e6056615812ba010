// Markdown, loaded when the first note asks for it: its parser is large, and most notes are plain. Until it is there, words
// show as they were typed.

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { readable } from '../scene/people.ts';
import { useScene } from '../scene/scene.ts';
import { InlineWords } from '../words/inline-words.tsx';
import { isPlain } from './plain.ts';

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

function never(): () => void {
  return () => {};
}

/** Null until it is there; not asked for where it is not needed. */
function useRenderer(isNeeded: boolean): Renderer | null {
  return useSyncExternalStore(
    isNeeded ? subscribe : never,
    () => renderer,
    () => null,
  );
}

/** A note's words with their marks, the mentions and tags in them. */
export function NoteWords({ body }: { body: string }) {
  const needsMore = !isPlain(body);
  const loaded = useRenderer(needsMore);
  const { people, me } = useScene();
  const inline = useCallback(
    (words: string) => <InlineWords words={words} people={people} me={me.participant} />,
    [people, me.participant],
  );
  if (body === '') return null;
  return loaded && needsMore ? <loaded.Markdown body={body} inline={inline} /> : <p>{inline(body)}</p>;
}

/** A note's words without their marks, on one line. */
export function usePlainWords(body: string): string {
  const { people } = useScene();
  const words = readable(people, body);
  const loaded = useRenderer(!isPlain(words));
  return useMemo(() => loaded?.plainText(words) ?? words, [loaded, words]);
}
