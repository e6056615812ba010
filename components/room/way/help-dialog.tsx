'use client';
// What the keys do (U29). Loaded when it is asked for.

import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/ui/over/dialog.tsx';
import { isNamed, keyHelp } from './keys.ts';
import styles from './way.module.css';

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('room.keys');
  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <div className={styles.help}>
        {keyHelp.map(({ where, keys }) => (
          <section key={where}>
            <h3>{t(`${where}.where`)}</h3>
            <dl>
              {keys.map(({ keys: pressed, does }) => (
                <div key={does}>
                  <dt>
                    {pressed.map((key) => (
                      <kbd key={key}>{isNamed(key) ? t(`cap.${key}`) : key}</kbd>
                    ))}
                  </dt>
                  <dd>{t(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.about}>{t.rich('about', { link: (words) => <a href="/settings">{words}</a> })}</p>
    </Dialog>
  );
}
