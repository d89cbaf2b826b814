import { defineConfig } from 'vitest/config';

const shared = { environment: 'node', testTimeout: 60_000, hookTimeout: 120_000 } as const;
/** One clock for all machines: a test that needs another sets it itself. */
const env = { TZ: 'America/New_York' };

export default defineConfig({
  test: {
    env,
    // Two cores are what the smallest machine has.
    maxWorkers: process.env['CI'] ? 2 : 4,
    projects: [
      { test: { ...shared, env, name: 'unit', include: ['{shared,db,electron,renderer,scripts}/**/*.test.{ts,tsx}', 'test/architecture/**/*.test.ts', 'test/data/**/*.test.ts'] } },
      { test: { ...shared, env, name: 'shell', include: ['test/shell/**/*.test.ts'], testTimeout: 120_000, fileParallelism: false } },
      { test: { ...shared, env, name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 240_000, fileParallelism: false } },
    ],
  },
});
