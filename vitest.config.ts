import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{lib,server,components,app,bench}/**/*.test.{ts,tsx}'],
    setupFiles: ['components/ui/in-english.ts'],
    testTimeout: 60_000,
    // Shared CI machines stall for seconds, and these tests wait for real sockets and databases.
    retry: process.env.CI ? 2 : 0,
    hookTimeout: 60_000,
  },
});
