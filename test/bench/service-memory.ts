/** Run by the benchmark of the service as a program of its own, so that only the service's memory is counted: `service-memory.ts WORKER RESOURCES FOLDER` prints megabytes as JSON. */
import { pathToFileURL } from 'node:url';
import { startServiceClient } from '../../electron/host/service-client.ts';
import { LONE_CAPABILITIES, LONE_PORTS } from './lone-host.ts';

const AREAS = ['39', '06', '48', '36'];

const megabytes = (): number => process.memoryUsage.rss() / 1024 / 1024;

/** Memory before the service, with the starter open and unused, and after as many areas were judged as are kept. */
async function measure(worker: string, resourcesDir: string, dataDir: string): Promise<{ readonly before: number; readonly open: number; readonly used: number }> {
  const before = megabytes();
  const client = await startServiceClient(
    pathToFileURL(worker), { dataDir, resourcesDir, version: '0', checkOutputs: false, capabilities: LONE_CAPABILITIES }, { ports: LONE_PORTS, fetch }, () => undefined,
  );
  await client.call('app.getStatus', {});
  const open = megabytes();
  for (const areaId of AREAS) {
    for (const text of ['', 'e', 'el', 'electrician', 'nurse', 'soldador']) await client.call('reference.search', { text, areaId, lang: 'en', limit: 100 });
  }
  const used = megabytes();
  await client.stop();
  return { before, open, used };
}

const [, script, worker, resourcesDir, dataDir] = process.argv;
if (script?.endsWith('service-memory.ts') && worker !== undefined && resourcesDir !== undefined && dataDir !== undefined) {
  process.stdout.write(JSON.stringify(await measure(worker, resourcesDir, dataDir)));
}
