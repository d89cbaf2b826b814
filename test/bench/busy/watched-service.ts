/** A service in its worker thread as a host starts it, watched: see watched-worker.ts. */
import { BroadcastChannel } from 'node:worker_threads';
import { startServiceClient, type ServiceClient } from '../../../electron/host/service-client.ts';
import type { InputOf, MethodName, OutputOf } from '../../../shared/contract/index.ts';
import { LONE_CAPABILITIES, LONE_PORTS } from '../lone-host.ts';
import type { Watched } from './watched-worker.ts';

export interface WatchedService {
  call<N extends MethodName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** The longest stretch since this was asked last. */
  stretch(): Promise<Watched>;
  stop(): Promise<void>;
}
/** What the person chooses when the host asks for it. */
export interface Chosen {
  readonly pack: string;
  readonly folder: string;
  readonly file: string;
}

/** Starts `worker` over the folders. */
export async function startWatched(worker: URL, folders: { readonly dataDir: string; readonly resourcesDir: string }, chosen: Chosen): Promise<WatchedService> {
  const name = `waymark-watched-${process.pid}`;
  const address = new URL('./watched-worker.ts', import.meta.url);
  process.env['WAYMARK_WATCHED_WORKER'] = worker.href;
  process.env['WAYMARK_WATCHED_CHANNEL'] = name;
  const places: Readonly<Record<string, string>> = chosen as unknown as Readonly<Record<string, string>>;
  const ports = {
    ...LONE_PORTS,
    openFile: ({ kind }: { readonly kind: string }) => Promise.resolve({ handle: kind === 'pack' ? 'pack' : 'file' }),
    openFolder: () => Promise.resolve({ handle: 'folder' }),
    locateFile: ({ handle }: { readonly handle: string }) => Promise.resolve({ path: places[handle] ?? '' }),
  };
  const client: ServiceClient = await startServiceClient(address, { ...folders, version: '0', checkOutputs: false, capabilities: LONE_CAPABILITIES }, { ports, fetch }, () => undefined);
  const channel = new BroadcastChannel(name);
  return {
    async call(method, input) {
      const reply = await client.call(method, input);
      if (!reply.ok) throw new Error(`${method}: ${reply.code} ${JSON.stringify(reply.params)}`);
      return reply.value as OutputOf<typeof method>;
    },
    stretch: () => new Promise((resolve) => {
      channel.onmessage = ({ data }) => { resolve(data as Watched); };
      channel.postMessage('told?');
    }),
    async stop() {
      await client.stop();
      channel.close();
    },
  };
}
