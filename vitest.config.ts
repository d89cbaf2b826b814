import { defineConfig } from 'vitest/config';

const shared = { environment: 'node', testTimeout: 60_000, hookTimeout: 120_000 } as const;
/**
 * Tests run in Node itself, which strips the types as it does for everything else here: the bundler's runner cannot read a
 * checkout whose path has a # in it. No test needs what only the runner gives (module mocks, style sheets, JSX).
 */
const experimental = { viteModuleRunner: false, nodeLoader: false };
/** One clock for all machines: a test that needs another sets it itself. */
const env = { TZ: 'America/New_York' };

export default defineConfig({
  test: {
    env,
    experimental,
    // Two cores are what the smallest machine has.
    maxWorkers: process.env['CI'] ? 2 : 4,
    projects: [
      { test: { ...shared, experimental, env, name: 'unit', globalSetup: './scripts/lib/starter-for-tests.ts', include: ['{shared,db,electron,renderer,scripts}/**/*.test.{ts,tsx}', 'test/architecture/**/*.test.ts', 'test/data/**/*.test.ts'] } },
      { test: { ...shared, experimental, env, name: 'shell', include: ['test/shell/**/*.test.ts'], testTimeout: 120_000, fileParallelism: false } },
      { test: { ...shared, experimental, env, name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 240_000, fileParallelism: false } },
    ],
  },
});
