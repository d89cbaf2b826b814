/** Entry of the self-test's worker thread: the service's side of it, under the runtime and from the folders of the service. */
import { parentPort, workerData } from 'node:worker_threads';
import { serviceChecks } from '../../db/self-test/native-checks.ts';
import { expectThat, runChecks } from '../../shared/kernel/check.ts';
import type { Check } from '../../shared/kernel/check.ts';

const input = workerData as { readonly folder: string; readonly resourcesDir: string };

const apart: Check = {
  name: 'no electron in the worker',
  run: async () => {
    // The name is put together so that no bundler looks for it.
    const name = ['elec', 'tron'].join('');
    const found = await import(name).then((module: object) => 'app' in module || 'ipcMain' in module, () => false);
    expectThat(!found, 'the service could reach electron');
    return 'as it should be';
  },
};

parentPort?.postMessage(await runChecks([apart, ...(await serviceChecks(input))]));
