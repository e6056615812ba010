import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{lib,server,components,app,bench}/**/*.test.{ts,tsx}'],
    setupFiles: ['components/ui/in-english.ts'],
    testTimeout: 60_000,
    // Shared CI machines stall for seconds, and these tests wait for real sockets and databases, some for one second only.
    // Once more, never twice, so that a race which fails one run in a few is still seen; the report says `retry x1`.
    retry: process.env.CI ? 1 : 0,
    hookTimeout: 60_000,
  },
});
