'use client';
// Short words about what was just done, with an undo where there is one. Ours, because react-aria's toast is not
// stable yet. Any component may call `showToast`; `<Toasts>` stands once in the root layout.

import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button, IconButton } from '../form/button.tsx';
import css from './toast.module.css';

type Toast = { id: number; text: string; action?: { label: string; run: () => void }; lastsMs: number };

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function keep(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** How long a message stays unless told otherwise, and one that offers an undo (U18). */
const [wordsMs, undoMs] = [5000, 8000];

/** Says something for a while, with an undo where there is one; gives a function that takes it away. */
export function showToast(
  text: string,
  options: { action?: { label: string; run: () => void }; lastsMs?: number } = {},
): () => void {
  const id = nextId++;
  const toast: Toast = { id, text, lastsMs: options.lastsMs ?? (options.action ? undoMs : wordsMs) };
  if (options.action) toast.action = options.action;
  keep([...toasts.slice(-2), toast]);
  return () => dismiss(id);
}

function dismiss(id: number): void {
  keep(toasts.filter((toast) => toast.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const none: readonly Toast[] = [];

export function Toasts() {
  const t = useTranslations('ui');
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  );
  return (
    <section className={css.region} aria-label={t('messages')}>
      <div role="status" className={css.stack}>
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const t = useTranslations('ui.act');
  // Time stands still while someone points at the message or is on its button.
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(toast.id), toast.lastsMs);
    return () => clearTimeout(timer);
  }, [held, toast]);
  const act = () => {
    dismiss(toast.id);
    toast.action?.run();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the timer; the acts are the buttons within
    <div
      className={css.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.action && (
        <Button look="quiet" onPress={act}>
          {toast.action.label}
        </Button>
      )}
      <IconButton label={t('dismiss')} onPress={() => dismiss(toast.id)}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
