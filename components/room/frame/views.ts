// The views of one discussion and their addresses. Each is a page below the room's; who has only one is offered no choice.

import { isInstructor } from '#lib/model/permission.ts';
import { showsCards } from '#lib/model/room-shows.ts';
import type { RoomInfo } from './room-info.ts';

export type ViewName = 'read' | 'flow' | 'cards' | 'map' | 'review' | 'work' | 'moderate';

export type View = { name: ViewName; href: string };

/** The views that this person may open in this room, reading first. */
export function viewsOf({ room, me }: RoomInfo): View[] {
  const base = `/rooms/${room.id}`;
  const views: View[] = [{ name: 'read', href: base }];
  if (room.kind === 'debate') views.push({ name: 'flow', href: `${base}/flow` });
  if (showsCards(room.kind, room.settings)) views.push({ name: 'cards', href: `${base}/cards` });
  views.push({ name: 'map', href: `${base}/map` });
  if (isInstructor(me.role)) {
    views.push({ name: 'review', href: `${base}/review` });
    views.push({ name: 'moderate', href: `${base}/moderate` });
  }
  if (me.role === 'member') views.push({ name: 'work', href: `${base}/work` });
  return views;
}

/** The view that an address shows; undefined for an address of none. */
export function viewAt(pathname: string, views: readonly View[]): View | undefined {
  return views.find(({ href }) => href === pathname.replace(/\/$/, ''));
}
