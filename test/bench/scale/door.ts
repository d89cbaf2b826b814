/** The service of the product as a part meets it: in the part's own thread, or in its worker as a host starts it. */
import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { startServiceClient } from '../../../electron/host/service-client.ts';
import type { Envelope } from '../../../shared/kernel/errors.ts';
import { LONE_CAPABILITIES, LONE_PORTS } from '../lone-host.ts';

export interface DoorOrder {
  readonly mode: 'thread' | 'round-trip';
  readonly dataDir: string;
  readonly resourcesDir: string;
  /** Bundled worker. */
  readonly worker: string;
}
export interface Door {
  call(name: string, input: unknown): Promise<Envelope<unknown>>;
  stop(): Promise<void>;
}

/** `checkOutputs` is off, as in the app that ships. Rejects with why the service could not start. */
export async function openDoor({ mode, dataDir, resourcesDir, worker }: DoorOrder): Promise<Door> {
  const start = { dataDir, resourcesDir, version: '0', checkOutputs: false, capabilities: LONE_CAPABILITIES };
  if (mode === 'round-trip') {
    const client = await startServiceClient(pathToFileURL(worker), start, { ports: LONE_PORTS, fetch }, () => undefined);
    return { call: client.call, stop: () => client.stop() };
  }
  // Read only here: the program that holds the worker must not hold the service's code twice.
  const { startService } = await import('../../../electron/service/service.ts');
  const world = { now: () => new Date().toISOString(), today: () => new Date().toISOString().slice(0, 10), newId: () => randomBytes(16).toString('base64url') };
  const service = await startService(start, { ports: LONE_PORTS, world, openNetwork: () => { throw new Error('The network was asked for.'); } }, () => undefined);
  return { call: service.dispatch, stop: () => service.stop() };
}
