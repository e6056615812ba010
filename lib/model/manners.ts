// How someone likes to read and to be told things: their own choice, for all rooms and devices. Only what differs from the
// usual is kept, so that a later version may change what is usual.

/** The languages of the interface. */
export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];
export const themes = ['system', 'light', 'dark'] as const;
export const widths = ['narrow', 'usual', 'wide'] as const;
export const sizes = ['small', 'usual', 'large', 'largest'] as const;
export const leadings = ['tight', 'usual', 'loose'] as const;
/** Notes beside the text, as a rail of dots, or out of sight until they are asked for (U12). */
export const margins = ['open', 'rail', 'hidden'] as const;
/** What is said aloud when it comes in: everything, replies to oneself, or nothing (U26). */
export const announcements = ['all', 'replies', 'off'] as const;

/** How many hints a newcomer is given in a discussion, one after the other. */
export const hintCount = 3;

const usual = {
  /** Whatever the browser asks for. */
  locale: 'browser',
  theme: 'system',
  width: 'usual',
  size: 'usual',
  leading: 'usual',
  margin: 'open',
  /** Single letters as shortcuts (U29). */
  keys: true,
  announcements: 'all',
  /** Here without being seen: no face, no selection, no "is answering" (U25). */
  invisible: false,
  /** Passages as marks that screen readers announce, in place of painted ones. */
  marks: false,
  /** How many of the first hints were put away: they never return. */
  hints: 0,
} as const;

export type Manners = {
  locale: 'browser' | Locale;
  theme: (typeof themes)[number];
  width: (typeof widths)[number];
  size: (typeof sizes)[number];
  leading: (typeof leadings)[number];
  margin: (typeof margins)[number];
  keys: boolean;
  announcements: (typeof announcements)[number];
  invisible: boolean;
  marks: boolean;
  hints: number;
};
/** What someone chose; the rest is as usual. */
export type SomeManners = { [Key in keyof Manners]?: Manners[Key] | undefined };

/** Everything, the usual where nothing was chosen. */
export function mannersOf(chosen: SomeManners): Manners {
  return { ...usual, ...definedIn(chosen) };
}

/** The choices with others made over them; what is as usual again is no longer kept. */
export function withManners(chosen: SomeManners, change: SomeManners): SomeManners {
  const { hints = 0 } = chosen;
  const next = Object.entries({ ...chosen, ...definedIn(change), hints: Math.max(hints, change.hints ?? 0) });
  return Object.fromEntries(next.filter(([key, value]) => value !== usual[key as keyof Manners]));
}

function definedIn(some: SomeManners): { [Key in keyof SomeManners]: NonNullable<SomeManners[Key]> } {
  return Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));
}
