/** `npm run build`: builds what is stale into dist/. */
import { buildAll } from '../lib/build.ts';

export async function run(): Promise<number> {
  await buildAll();
  return 0;
}
