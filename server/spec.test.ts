// The rules and the tests that prove them stay together: every rule of docs/spec.md is quoted by a test, or on its list of
// what is not yet built.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const [built = '', unbuilt = ''] = readFileSync(join(root, 'docs/spec.md'), 'utf8').split('## Not yet built');

/** The numbered rules, and the sections that are a rule as a whole. */
const ruled = new Set([
  ...[...built.matchAll(/^- \*\*((?:GATE|DUR|AUTH)\d+)\*\*/gm)].map(([, id]) => id ?? ''),
  ...[...built.matchAll(/^## (LIM|NODE):/gm)].map(([, id]) => id ?? ''),
]);
/** Of these something is missing still; what is built of them may have tests. */
const missing = new Set([...unbuilt.matchAll(/^- ([A-Z]+\d*): /gm)].map(([, id]) => id ?? ''));

function quotedRules(): Set<string> {
  const quoted = new Set<string>();
  for (const folder of ['lib', 'server', 'e2e']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(test|story)\.tsx?$/.test(file)) continue;
      const text = readFileSync(join(root, folder, file), 'utf8');
      for (const [, id] of text.matchAll(/['"`]\[((?:GATE|DUR|AUTH)\d+|LIM|NODE)\]/g)) quoted.add(id ?? '');
    }
  }
  return quoted;
}

describe('spec', () => {
  const quoted = quotedRules();

  test('has the rules in order and without holes', () => {
    const expected = [
      ...Array.from({ length: 12 }, (_, i) => `GATE${i + 1}`),
      ...Array.from({ length: 11 }, (_, i) => `DUR${i + 1}`),
      ...Array.from({ length: 5 }, (_, i) => `AUTH${i + 1}`),
      'LIM',
      'NODE',
    ];
    expect([...ruled]).toEqual(expected);
  });

  test.each([...ruled])('%s is quoted by a test, or listed as not yet built', (id) => {
    expect(quoted.has(id) || missing.has(id)).toBe(true);
  });

  test('no test quotes a rule that is not there', () => {
    expect([...quoted].filter((id) => !ruled.has(id))).toEqual([]);
  });

  test('what is listed as not yet built are rules', () => {
    expect(missing.size).toBeGreaterThan(0);
    expect([...missing].filter((id) => !ruled.has(id))).toEqual([]);
  });
});
