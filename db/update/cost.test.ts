import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { assumption, costLines } from '../../test/bench/update-cost.ts';

test('docs/scale.md tells the cost of updates as it is reckoned', async () => {
  const text = await readFile(new URL('../../docs/scale.md', import.meta.url), 'utf8');
  for (const line of [...costLines(), assumption()]) expect(text).toContain(line);
});
