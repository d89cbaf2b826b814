/** Before the tests the starter is built once, where it is stale; tests that need it copy it instead of each building its own. */
import { join } from 'node:path';
import { withBuildLock } from './build-lock.ts';
import { buildStarter } from './build.ts';
import { DIST, RESOURCES } from './paths.ts';

/** Vitest calls this in its own process; workers inherit what it puts into the environment. */
export async function setup(): Promise<void> {
  await withBuildLock(join(DIST, '.lock'), buildStarter);
  process.env['WAYMARK_TEST_STARTER'] = RESOURCES;
}
