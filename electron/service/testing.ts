/** What tests of the service share: the starter built from its tables, a service over a real folder, and the ports of a host that notes what it was asked. */
import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHIPPED } from '../../db/reference/shipped.ts';
import { buildStarterResources } from '../../db/reference/starter-resources.ts';
import type { Capabilities } from '../../shared/contract/app.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import type { InputOf, MethodName, OutputOf } from '../../shared/contract/index.ts';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { PrintDocument } from '../../shared/print/model.ts';
import type { OpenNetwork } from './network.ts';
import type { Ports, World } from './ports.ts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

export const PASSPHRASE = 'quiet river under stones';
export const CAPABILITIES: Capabilities = {
  saveFiles: 'dialog', openFiles: 'dialog', folders: 'dialog', pdf: true, print: 'dialog', clipboard: true, externalLinks: 'host', nativeMenu: true, keyStore: false,
};

/** A folder with all that a shell or a file system may stumble over in its name. */
export function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'Way mark ñ #1 100% service '));
}
export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** The starter's pack and database of the checkout's tables: a copy of what was built before the tests, or built here where nothing was. */
export async function buildResources(outDir: string): Promise<void> {
  const built = process.env['WAYMARK_TEST_STARTER'];
  if (built !== undefined) {
    await mkdir(outDir, { recursive: true });
    for (const name of [SHIPPED.pack, SHIPPED.database, SHIPPED.record]) await copyFile(join(built, name), join(outDir, name));
    return;
  }
  const resources = fileURLToPath(new URL('../../resources/', import.meta.url));
  await buildStarterResources({ starterDir: join(resources, 'starter'), rubricsDir: join(resources, 'rubrics'), outDir });
}

/** A service that asks for the network where it has none is wrong. */
export const noNetwork: OpenNetwork = () => { throw new Error('The network was asked for.'); };

/** A host that remembers what it was asked, instead of showing dialogs. */
export interface RecordedHost {
  readonly ports: Ports;
  readonly asked: { readonly port: keyof Ports; readonly input: unknown }[];
  readonly printed: PrintDocument[];
  /** When set, the next port call is refused with it. */
  refuseWith: CodedError | null;
  /** The pack that the person opens. */
  packPath: string;
  /** The folder that the person chooses. */
  folderPath: string;
}
export function recordHost(): RecordedHost {
  const note = <T>(port: keyof Ports, answer: T) => (input: object): Promise<T> => {
    const refusal = host.refuseWith;
    host.refuseWith = null;
    if (refusal) return Promise.reject(refusal);
    host.asked.push({ port, input });
    if ('document' in input) host.printed.push(input.document as PrintDocument);
    return Promise.resolve(answer);
  };
  const noteOnly = (port: keyof Ports) => async (input: object): Promise<void> => { await note(port, null)(input); };
  const host: RecordedHost = {
    asked: [], printed: [], refuseWith: null, packPath: '', folderPath: '',
    ports: {
      chooseFile: note('chooseFile', { handle: 'H'.repeat(43) }), openFile: note('openFile', { handle: 'P'.repeat(43) }), openFolder: note('openFolder', { handle: 'F'.repeat(43) }), locateFile: ({ handle }) => Promise.resolve({ path: handle.startsWith('F') ? host.folderPath : host.packPath }), makePdf: note('makePdf', { pages: 2, bytes: 4711 }), saveText: noteOnly('saveText'), print: noteOnly('print'),
      copyText: noteOnly('copyText'), openLink: noteOnly('openLink'),
    },
  };
  return host;
}

export interface TestService {
  readonly service: Service;
  readonly host: RecordedHost;
  readonly events: ServiceEvent[];
  /** Calls and expects success. */
  call<N extends MethodName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
}

export const WORLD: World = {
  now: () => new Date().toISOString(),
  today: () => '2026-11-25',
  newId: () => randomBytes(16).toString('base64url'),
};

/** Starts over real folders; outputs are parsed against the contract. */
export async function startTestService({ openNetwork = noNetwork, world = WORLD, ...folders }: { readonly dataDir: string; readonly resourcesDir: string; readonly openNetwork?: OpenNetwork; readonly world?: World }): Promise<TestService> {
  const host = recordHost();
  const events: ServiceEvent[] = [];
  const service = await startService({ ...folders, version: '0.0.0-test', capabilities: CAPABILITIES, checkOutputs: true }, { ports: host.ports, world, openNetwork }, (event) => events.push(event));
  return {
    service, host, events,
    call: async (name, input) => {
      const reply = await service.dispatch(name, input);
      if (!reply.ok) throw new CodedError(reply.code, { ...reply.params, calling: name });
      return reply.value as never;
    },
  };
}

/** A service over the starter in a folder of its own, for tests that only look things up; `end` stops it and takes the folder away. */
export async function startOnStarter(): Promise<TestService & { end(): Promise<void> }> {
  const folder = await makeFolder();
  await buildResources(join(folder, 'resources'));
  const started = await startTestService({ dataDir: join(folder, 'data'), resourcesDir: join(folder, 'resources') });
  return {
    ...started,
    end: async () => {
      await started.service.stop();
      await removeFolder(folder);
    },
  };
}
