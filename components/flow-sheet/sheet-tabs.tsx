// The sheets of the flow as tabs, and a new one by its name.

import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import type { OpenRound } from '#components/round/use-round.ts';
import type { Desk } from './desk.ts';
import styles from './sheet-tabs.module.css';

export function SheetTabs({ desk, round }: { desk: Desk; round: OpenRound }) {
  const t = useTranslations('flow.sheets');
  const whose = useWhose(round);
  const names = desk.sheetNames.map((name) => ({
    name,
    size: desk.sheets.find((sheet) => sheet.name === name)?.size ?? 0,
  }));
  const at = names.findIndex(({ name }) => name === desk.sheetName);
  const go = (by: number, tabs: HTMLElement) => {
    const to = names[(at + by + names.length) % names.length];
    if (!to) return;
    desk.goToSheet(to.name);
    tabs.querySelectorAll<HTMLElement>('[role="tab"]')[names.indexOf(to)]?.focus();
  };
  return (
    <div className={styles.bar}>
      <div
        role="tablist"
        aria-label={t('label')}
        className={styles.tabs}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') go(1, event.currentTarget);
          else if (event.key === 'ArrowLeft') go(-1, event.currentTarget);
        }}
      >
        {names.map(({ name, size }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`sheet-${name}`}
            aria-selected={name === desk.sheetName}
            aria-controls="flow"
            tabIndex={name === desk.sheetName ? 0 : -1}
            onClick={() => desk.goToSheet(name)}
          >
            <span dir="auto">{name}</span> {size > 0 && <small>{size}</small>}
          </button>
        ))}
      </div>
      {desk.naming ? (
        <input
          className={styles.name}
          aria-label={t(desk.naming.taking ? 'nameForCell' : 'name')}
          placeholder={t('namePlaceholder')}
          maxLength={60}
          // biome-ignore lint/a11y/noAutofocus: it was just asked for, and is all there is to do
          autoFocus
          onBlur={() => desk.named(null)}
          onKeyDown={(event) => {
            const name = event.currentTarget.value.trim();
            if (event.key === 'Escape') desk.named(null);
            if (event.key !== 'Enter' || !name) return;
            event.preventDefault();
            desk.named(name);
          }}
        />
      ) : (
        <button type="button" className={styles.add} onClick={() => desk.nameSheet()}>
          <Plus aria-hidden /> {t('add')}
        </button>
      )}
      {desk.cell && desk.mayChange(desk.cell) && names.length > 1 && (
        <label className={styles.move}>
          <span>{t('move')}</span>
          <select
            value={desk.sheetName}
            onChange={(event) => desk.moveToSheet(event.target.value)}
            aria-label={t('moveCell')}
          >
            {names.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <span className={styles.me}>{whose}</span>
    </div>
  );
}

/** Whose flow this is: the first thing to know before one types into it. */
function useWhose({ me, format, stage }: OpenRound): string {
  const t = useTranslations('flow.whose');
  const side = format.sides.find(({ id }) => id === me.side)?.name;
  if (me.isDebater) return t('debater', { side: side ?? '' });
  if (me.part === 'judge') return t('judge');
  return t(stage === 'on' ? 'during' : 'own');
}
