// A browser's own description of itself, in the two names by which its owner knows it.

const browsers: [pattern: RegExp, name: string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [pattern: RegExp, name: string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
];

export type Device = { browser: string; system: string } | { name: string } | 'unknown';

/** Firefox on Windows; programs by the first word of what they call themselves. */
export function deviceOf(userAgent: string | null): Device {
  if (!userAgent) return 'unknown';
  const named = (table: typeof browsers) => table.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = named(browsers);
  const system = named(systems);
  if (browser && system) return { browser, system };
  return { name: browser ?? system ?? userAgent.split(/[\s/]/)[0] ?? userAgent };
}
