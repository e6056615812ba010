'use client';
// What the keys do (U29). Loaded when it is asked for.

import { Dialog } from '#components/ui/over/dialog.tsx';
import { keyHelp } from './keys.ts';
import styles from './way.module.css';

export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" isOpen onClose={onClose}>
      <div className={styles.help}>
        {keyHelp.map(({ where, keys }) => (
          <section key={where}>
            <h3>{where}</h3>
            <dl>
              {keys.map(({ keys: pressed, does }) => (
                <div key={does}>
                  <dt>
                    {pressed.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.about}>
        Single letters can be switched off in the <a href="/settings">settings</a>; on a Mac, ⌘ stands for
        Ctrl.
      </p>
    </Dialog>
  );
}
