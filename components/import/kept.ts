// What someone brought in and has not published yet, kept in this tab: a reload or a refusal loses nothing (U3).

import * as v from 'valibot';
import { blockSchema, previewSchema } from './preview.ts';

const heading = v.object({
  title: v.string(),
  standfirst: v.string(),
  byline: v.string(),
  credit: v.string(),
  source: v.string(),
});

const shelves = {
  text: v.string(),
  address: v.string(),
  preview: previewSchema,
  heading,
  /** The text as it was corrected so far. */
  blocks: v.array(blockSchema),
  /** The reading once it is published, should its discussion not have opened yet. */
  published: v.string(),
};
type Shelf = keyof typeof shelves;
type Kept<Name extends Shelf> = v.InferOutput<(typeof shelves)[Name]>;

const keyOf = (name: Shelf) => `counterpoint.import.${name}`;

/** Keeps a value for this tab; null forgets it. False where the browser has no room: then only a reload would lose it. */
export function keep<Name extends Shelf>(name: Name, value: Kept<Name> | null): boolean {
  try {
    if (value === null) sessionStorage.removeItem(keyOf(name));
    else sessionStorage.setItem(keyOf(name), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** What was kept; null where there is nothing, or nothing that can be read. */
export function kept<Name extends Shelf>(name: Name): Kept<Name> | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(keyOf(name)) ?? 'null');
    const parsed = v.safeParse(shelves[name], value);
    return parsed.success ? (parsed.output as Kept<Name>) : null;
  } catch {
    // A browser that keeps nothing, or words that are not JSON: as if nothing had been kept.
    return null;
  }
}

export function forgetAll(): void {
  for (const name of Object.keys(shelves) as Shelf[]) keep(name, null);
}
