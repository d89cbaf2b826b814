import { expect, it } from 'vitest';
import { expectThat, runChecks } from './check.ts';

it('a check that fails is told with what is wrong, and the next one still runs', async () => {
  const results = await runChecks([
    { name: 'one', run: () => Promise.resolve('found') },
    { name: 'two', run: async () => { expectThat(false, 'gone\nat some line'); return 'never'; } },
    { name: 'three', run: async () => { expectThat(true, 'gone'); return 'there'; } },
  ]);
  expect(results).toEqual([{ name: 'one', ok: true, detail: 'found' }, { name: 'two', ok: false, detail: 'gone' }, { name: 'three', ok: true, detail: 'there' }]);
});
