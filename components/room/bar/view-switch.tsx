// From one view of the discussion to another. The room stays connected meanwhile: its frame is the layout of them all.

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { RoomInfo } from '../frame/room-info.ts';
import { viewAt, viewsOf } from '../frame/views.ts';
import styles from './view-switch.module.css';

export function ViewSwitch({ info }: { info: RoomInfo }) {
  const views = viewsOf(info);
  const current = viewAt(usePathname(), views);
  if (views.length < 2) return null;
  return (
    <nav className={styles.views} aria-label="Views of this discussion">
      {views.map((view) => (
        <Link key={view.name} href={view.href} aria-current={view === current ? 'page' : undefined}>
          {view.label}
        </Link>
      ))}
    </nav>
  );
}
