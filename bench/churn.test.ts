// The short form of `npm run bench -- churn`.

import { expect, test } from 'vitest';
import { churn } from './churn.ts';

/** One socket and its connection take some 10 KB: were they kept, it would be forty times this. */
const slackBytes = 500_000;

test('[LIM] two thousand who come, are seen and go leave the heap as it was', async () => {
  const { heapBytes } = await churn({ connects: 2000, warmUp: 1500 });
  const [before = 0] = heapBytes;
  expect(heapBytes.at(-1)).toBeLessThan(before + slackBytes);
}, 120_000);
