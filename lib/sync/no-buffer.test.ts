// What next.config.js keeps out of browsers it names by another package's own file. Were that renamed, nothing would fail:
// its bytes would be sent again to every reader.

import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import config from '../../next.config.js';

const { resolve } = createRequire(import.meta.url);
const replaced = Object.keys(config.turbopack?.resolveAlias ?? {});

function isThere(module: string): boolean {
  try {
    return resolve(module) !== '';
  } catch {
    return false;
  }
}

it('browsers are given something else for Node’s Buffer', () => {
  expect(replaced).toContain('next/dist/compiled/buffer');
});

it.each(replaced)('%s, which browsers are not sent, is still called so', (module) => {
  const sentence = `${module} is not in the installed packages any more, so next.config.js replaces nothing and browsers are sent what it was there to keep out. Find what it is called now, and name that there.`;
  expect(isThere(module), sentence).toBe(true);
});
