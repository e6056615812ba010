// A person's mark: initials on a colour of their own. The name stands beside it or is spoken by whoever uses it.

import css from './avatar.module.css';

const hues = [268, 165, 35, 305, 235, 85, 345, 200];

/** Initials of a name: of its first and last word, or its first letter. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** The same id has the same hue on every screen. */
export function hueOf(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return hues[sum % hues.length] ?? 268;
}

export function Avatar({
  id,
  name,
  title = name,
  size = 'm',
}: {
  id: string;
  name: string;
  /** Shown on hover. */
  title?: string;
  size?: 's' | 'm' | 'l';
}) {
  return (
    <span
      className={`${css.face} ${css[size]}`}
      style={{ '--hue': hueOf(id) } as React.CSSProperties}
      title={title}
      aria-hidden
    >
      {initialsOf(name)}
    </span>
  );
}
