// Whatever a page draws in the browser finds its words there: the areas that its parts ask for, however deep, are among
// those that it or a layout around it hands over.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const frames = globSync('app/**/{page,layout,error,not-found}.tsx', { cwd: root });

const sources = new Map<string, string>();
function sourceOf(file: string): string {
  const known = sources.get(file) ?? readFileSync(join(root, file), 'utf8');
  sources.set(file, known);
  return known;
}

/** What a file imports of ours that stays at run time, at once or later. */
function importsOf(file: string): string[] {
  const found = sourceOf(file).matchAll(/^import (?!type\b)[^;]*?from '([^']+)'|import\('([^']+)'\)/gms);
  return [...found].flatMap(([, early, late]) => {
    const name = early ?? late ?? '';
    const path = name.startsWith('#') ? name.slice(1) : join(dirname(file), name);
    return /^[#.]/.test(name) && /\.tsx?$/.test(path) && existsSync(join(root, path)) ? [path] : [];
  });
}

function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const next of importsOf(file)) reachedFrom(next, reached);
  return reached;
}

const asked = (file: string) =>
  [...sourceOf(file).matchAll(/useTranslations(?:<[^>]*>)?\('(\w+)/g)].map(([, area = '']) => area);

function given(file: string): string[] {
  const [, list = ''] = /<Words areas=\{\[([^\]]*)\]\}/.exec(sourceOf(file)) ?? [];
  return [...list.matchAll(/'(\w+)'/g)].map(([, area = '']) => area);
}

/** The areas of a page's own and of every layout above it. */
function givenTo(page: string): Set<string> {
  const areas = given(page);
  for (let folder = dirname(page); folder !== '.'; folder = dirname(folder)) {
    const layout = join(folder, 'layout.tsx');
    if (existsSync(join(root, layout))) areas.push(...given(layout));
  }
  return new Set(areas);
}

test.each(frames)('%s hands over the words of all that it draws', (page) => {
  const wanted = new Set([...reachedFrom(page)].flatMap(asked));
  expect([...wanted.difference(givenTo(page))]).toEqual([]);
});

test('no code of the browser brings a catalogue with it: words come as data', () => {
  const reached = new Set(frames.flatMap((frame) => [...reachedFrom(frame)]));
  const inBrowser = [...reached].filter((file) => sourceOf(file).startsWith("'use client'"));
  const brought = new Set(inBrowser.flatMap((file) => [...reachedFrom(file)]));
  expect(inBrowser.length).toBeGreaterThan(40);
  expect([...brought].filter((file) => /^lib\/words\/(catalogue|translate|en\/|de\/)/.test(file))).toEqual(
    [],
  );
});
