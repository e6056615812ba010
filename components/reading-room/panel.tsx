// Where notes are shown when there is no margin: a panel over the text's edge, on a phone a sheet from below.
// Not modal: the passage stays readable and its words can still be selected. Esc closes it, focus comes back (U53).

import { X } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './panel.module.css';

type Props = { title: string; onClose: () => void; children: ReactNode };

export function Panel({ title, onClose, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before the effects of what it holds: a text box in it may take the focus from the heading.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
  return (
    <section
      className={styles.panel}
      role="dialog"
      data-panel=""
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" onClick={onClose} aria-label="Close">
          <X aria-hidden="true" />
        </button>
      </header>
      <div className={styles.inside}>{children}</div>
    </section>
  );
}
