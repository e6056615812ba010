// What a room shows by its kind and its settings. Apart from the settings' shape, which a page need not load to ask this.

import type { RoomKind, RoomSettings } from './room-settings.ts';

/** Is standing shown? In debates unless switched off, in seminars only where an instructor switched it on. */
export function showsStanding(kind: RoomKind, { standing }: RoomSettings): boolean {
  return standing ?? kind === 'debate';
}

/** Are evidence cards made and filed here? In debates unless switched off, in seminars only where switched on. */
export function showsCards(kind: RoomKind, { cards }: RoomSettings): boolean {
  return cards ?? kind === 'debate';
}
