// Where notes are shown when there is no margin: a panel over the text's edge, on a phone a sheet from below.
// Not modal: the passage stays readable and its words can still be selected. Esc closes it, focus comes back (U53).

import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type CSSProperties, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { useLayout } from '#components/ui/device/use-media.ts';
import styles from './panel.module.css';
import { useKeyboardHeight, useSheet } from './use-sheet.ts';

type Props = { title: string; onClose: () => void; children: ReactNode };

export function Panel({ title, onClose, children }: Props) {
  const t = useTranslations('reading.panel');
  const ui = useTranslations('ui.act');
  const heading = useRef<HTMLHeadingElement>(null);
  const isSheet = useLayout() === 'narrow';
  const { stop, dragged, setStop, head } = useSheet(isSheet, onClose);
  const keyboard = useKeyboardHeight(isSheet);
  // Before the effects of what it holds: a text box in it may take the focus from the heading.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  const panel = useRef<HTMLElement>(null);
  // What one writes in, and the button that posts it, stay in sight when the screen's keyboard takes its share.
  useLayoutEffect(() => {
    const box = document.activeElement;
    if (keyboard === 0 || !box || !panel.current?.contains(box)) return;
    for (const part of [box.closest('[data-composer]'), box]) part?.scrollIntoView({ block: 'nearest' });
  }, [keyboard]);
  const isFull = stop === 'full';
  return (
    <section
      ref={panel}
      className={styles.panel}
      role="dialog"
      data-panel=""
      data-stop={stop}
      data-dragged={dragged !== 0}
      data-keyboard={keyboard > 0}
      style={{ '--dragged': `${dragged}px`, '--keyboard': `${keyboard}px` } as CSSProperties}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      {/* Dragging is the second way to what the buttons do. */}
      <header className={styles.head} {...head}>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button
          type="button"
          className={styles.height}
          onClick={() => setStop(isFull ? 'half' : 'full')}
          aria-label={t(isFull ? 'half' : 'full')}
        >
          {isFull ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
        </button>
        <button type="button" onClick={onClose} aria-label={ui('close')}>
          <X aria-hidden="true" />
        </button>
      </header>
      <div className={styles.inside}>{children}</div>
    </section>
  );
}
