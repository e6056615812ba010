// Standing says what replies leave of a point, and nothing about whoever made it: what counts, compares or grades people's
// work never asks for it.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folders = [
  'lib/model/review',
  'lib/data/review',
  'lib/exchange/gradebook',
  'components/review',
  'app/api/rooms/[[]id]/review',
];
const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }));

test.each(folders)('%s holds files to look at', (folder) => {
  expect(files.some((file) => file.startsWith(folder.replace('[[]', '[')))).toBe(true);
});

test('nothing in review imports standing', () => {
  const asking = files.filter((file) =>
    /from '[^']*(?:argument\/standing|scene\/standings|standing-mark)[^']*'/.test(
      readFileSync(join(root, file), 'utf8'),
    ),
  );
  expect(asking).toEqual([]);
});
