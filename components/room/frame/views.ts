// The views of one discussion and their addresses. Each is a page below the room's; who has only one is offered no choice.

import { isInstructor, type Role } from '#lib/model/permission.ts';
import type { RoomSettings } from '#lib/model/room-settings.ts';
import { showsCards } from '#lib/model/room-shows.ts';
import type { RoomInfo } from './room-info.ts';

export type ViewName = 'read' | 'flow' | 'cards' | 'map' | 'review' | 'work' | 'moderate';

export type View = { name: ViewName; href: string };

/** What decides on the views: of the settings and the role, what they are now. */
export type RoomNow = { room: Pick<RoomInfo['room'], 'id' | 'kind'>; settings: RoomSettings; role: Role };

/** The views that this person may open in this room, reading first. */
export function viewsOf({ room, settings, role }: RoomNow): View[] {
  const base = `/rooms/${room.id}`;
  const views: View[] = [{ name: 'read', href: base }];
  if (room.kind === 'debate') views.push({ name: 'flow', href: `${base}/flow` });
  if (showsCards(room.kind, settings)) views.push({ name: 'cards', href: `${base}/cards` });
  views.push({ name: 'map', href: `${base}/map` });
  if (isInstructor(role)) {
    views.push({ name: 'review', href: `${base}/review` });
    views.push({ name: 'moderate', href: `${base}/moderate` });
  }
  if (role === 'member') views.push({ name: 'work', href: `${base}/work` });
  return views;
}

/** The view that an address shows; undefined for an address of none. */
export function viewAt(pathname: string, views: readonly View[]): View | undefined {
  return views.find(({ href }) => href === pathname.replace(/\/$/, ''));
}
