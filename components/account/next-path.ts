// Where to go after signing in: `?next=` is written by whoever made the link, so only paths of this site count.

/** The path to go on to, or `fallback` where `next` is absent or leads anywhere else. */
export function nextPath(next: unknown, fallback = '/library'): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return fallback;
  const here = 'http://here.invalid';
  // The URL parser knows every way (`//host`, `/\host`, tabs within) to write another host.
  const url = URL.canParse(next, here) ? new URL(next, here) : null;
  return url?.origin === here && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : fallback;
}

/** `path` with `?next=`, for a link that should come back. */
export function withNext(path: string, next: string | undefined): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path;
}
