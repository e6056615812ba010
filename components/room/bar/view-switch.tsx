// From one view of the discussion to another. The room stays connected meanwhile: its frame is the layout of them all.
// Where the bar is narrow, the views fold into a menu that says which one is open.

import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl/react';
import { Menu } from '#components/ui/over/menu.tsx';
import { MenuItem } from '#components/ui/over/menu-item.tsx';
import { useOpenRoom } from '../frame/open-room.ts';
import { useViews } from '../frame/use-views.ts';
import { type View, viewAt } from '../frame/views.ts';
import styles from './view-switch.module.css';

export function ViewSwitch() {
  const t = useTranslations('room');
  const { textHref } = useOpenRoom();
  const known = useViews();
  const current = viewAt(usePathname(), known)?.name;
  // Back to the reading that was in view.
  const views = known.map((view) => (view.name === 'read' ? { ...view, href: textHref } : view));
  if (views.length < 2) return null;
  return (
    <>
      <nav className={styles.views} aria-label={t('bar.views')}>
        {views.map((view) => (
          <Link key={view.name} href={view.href} aria-current={view.name === current ? 'page' : undefined}>
            {t(`view.${view.name}`)}
          </Link>
        ))}
      </nav>
      <div className={styles.menu}>
        <ViewMenu views={views} current={views.find(({ name }) => name === current)} />
      </div>
    </>
  );
}

function ViewMenu({ views, current }: { views: readonly View[]; current: View | undefined }) {
  const t = useTranslations('room');
  const label = current ? t(`view.${current.name}`) : t('bar.someView');
  return (
    <Menu
      label={t('bar.otherViews', { view: label })}
      face={
        <span className={styles.face}>
          {label} <ChevronDown aria-hidden="true" />
        </span>
      }
    >
      {views.map((view) => (
        <MenuItem key={view.name} href={view.href}>
          {t(`view.${view.name}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
