// The rules and the tests that prove them stay together: every rule of docs/spec.md is quoted by a test.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const spec = readFileSync(join(root, 'docs/spec.md'), 'utf8');
/** Rules of which nothing is built yet; what is only partly built has tests for the part that is. */
const unbuilt = ['DUR9'];

const ruled = new Set([...spec.matchAll(/^- \*\*((?:GATE|DUR|AUTH)\d+)\*\*/gm)].map(([, id]) => id ?? ''));

function quotedRules(): Set<string> {
  const quoted = new Set<string>();
  for (const folder of ['lib', 'server', 'e2e']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(test|story)\.tsx?$/.test(file)) continue;
      const text = readFileSync(join(root, folder, file), 'utf8');
      for (const [, id] of text.matchAll(/['"`]\[((?:GATE|DUR|AUTH)\d+)\]/g)) quoted.add(id ?? '');
    }
  }
  return quoted;
}

describe('spec', () => {
  const quoted = quotedRules();

  test('has the rules in order and without holes', () => {
    const expected = [
      ...Array.from({ length: 11 }, (_, i) => `GATE${i + 1}`),
      ...Array.from({ length: 11 }, (_, i) => `DUR${i + 1}`),
      ...Array.from({ length: 5 }, (_, i) => `AUTH${i + 1}`),
    ];
    expect([...ruled]).toEqual(expected);
  });

  test.each([...ruled].filter((id) => !unbuilt.includes(id)))('%s is quoted by a test', (id) => {
    expect(quoted).toContain(id);
  });

  test('no test quotes a rule that is not there', () => {
    expect([...quoted].filter((id) => !ruled.has(id))).toEqual([]);
  });

  test('every rule that is not built yet is named as such', () => {
    const list = spec.slice(spec.indexOf('## Not yet built'));
    for (const id of unbuilt) expect(list).toContain(`- ${id}:`);
  });
});
