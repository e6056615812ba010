// How someone likes to read, as this device keeps it and as the page shows it: one cookie, and attributes of the page's
// root that the tokens go by (app/styles/manners.css). The server writes the same attributes into the first frame.

import type { Manners, SomeManners } from '#lib/model/manners.ts';

export const mannersCookie = 'manners';
const yearInSeconds = 31_536_000;

/** The attributes of the page's root; undefined for what is usual. */
export function rootAttributes({ theme, width, size, leading }: Manners): Record<string, string | undefined> {
  const unless = (usual: string, value: string) => (value === usual ? undefined : value);
  return {
    'data-theme': unless('system', theme),
    'data-width': unless('usual', width),
    'data-size': unless('usual', size),
    'data-leading': unless('usual', leading),
  };
}

/** Shows them on this page at once. */
export function show(manners: Manners): void {
  const root = document.documentElement;
  for (const [name, value] of Object.entries(rootAttributes(manners))) {
    if (value === undefined) root.removeAttribute(name);
    else root.setAttribute(name, value);
  }
}

/** Keeps them for the next pages of this device. */
export function keepOnDevice(chosen: SomeManners): void {
  const value = encodeURIComponent(JSON.stringify(chosen));
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser this runs in
  document.cookie = `${mannersCookie}=${value}; path=/; max-age=${yearInSeconds}; samesite=lax`;
}
