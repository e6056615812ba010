// The colour theme someone chose on this device. A cookie, so that the server draws the first frame in it already.

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeCookie = 'theme';
const yearInSeconds = 31_536_000;

/** What a cookie's value means; anything unknown is the system's theme. */
export function themeFrom(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}

/** Applies a theme to this page at once and keeps it for the next ones. */
export function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser this runs in
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${yearInSeconds}; samesite=lax`;
}
