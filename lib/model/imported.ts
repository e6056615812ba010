// People whose words were brought in from elsewhere: they have a place in a room and words on a layer of their own, and
// never were here. What is different for them is decided here.

import { isInstructor, type Role } from './permission.ts';
import type { Entry, Point } from './record.ts';

/** May someone with this role bring in words that others said elsewhere? They are then shown to the whole room. */
export function mayImportWords(role: Role): boolean {
  return isInstructor(role);
}

/** When a point was said: by the server's clock, or, for the imported, as the file it came in with has it. */
export function saidAt(entry: Entry<Point>, person: { kind: string } | undefined): string {
  return person?.kind === 'imported' ? entry.value.at : (entry.createdAt ?? entry.value.at);
}

/**
 * Gives a value its names in a new room: everyone and everything it names by an old id, by the new one, wherever in it
 * that stands. The ids are random, so that nothing else in a record can be one of them.
 */
export function renamed(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  const text = JSON.stringify(value);
  return JSON.parse(text.replace(/[A-Za-z0-9_-]{8,64}/g, (name) => ids.get(name) ?? name)) as unknown;
}
