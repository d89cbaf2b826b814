/** The service as main uses it: calls wait for its start, its events go to the page, its settings shape the menu. */
import { app, nativeTheme } from 'electron';
import type { Settings } from '../../shared/contract/app.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import type { Envelope } from '../../shared/kernel/errors.ts';
import { startServiceClient } from '../host/service-client.ts';
import type { ServiceClient } from '../host/service-client.ts';
import type { Ports } from '../service/ports.ts';
import { netFetch } from './net-fetch.ts';
import { SERVICE_WORKER, resourcesDir } from './paths.ts';

export interface AppService {
  /** Resolves with the started service, rejects with the reason it could not start. */
  readonly started: Promise<ServiceClient>;
  /** Never rejects. */
  call(name: string, input: unknown): Promise<Envelope<unknown>>;
  /** Backs the vault up, locks it and ends the worker; a service that never started has nothing to end. */
  stop(): Promise<void>;
}

/** Starts the service beside the window: neither waits for the other. */
export function startAppService(dataDir: string, ports: Ports, onEvent: (event: ServiceEvent) => void): AppService {
  const started = startServiceClient(
    SERVICE_WORKER,
    {
      dataDir,
      resourcesDir: resourcesDir(),
      version: app.getVersion(),
      // The vault does not offer the system's key store, so there is nothing to opt in to.
      capabilities: { saveFiles: 'dialog', openFiles: 'dialog', folders: 'dialog', pdf: true, print: 'dialog', clipboard: true, externalLinks: 'host', nativeMenu: true, keyStore: false },
      checkOutputs: !app.isPackaged,
    },
    { ports, fetch: netFetch },
    onEvent,
  );
  // Who needs the reason awaits `started`; a call meanwhile is answered with an envelope.
  started.catch(() => undefined);
  return {
    started,
    call: (name, input) => started.then((client) => client.call(name, input), () => ({ ok: false, code: 'service-stopped', params: {} })),
    stop: () => started.then((client) => client.stop(), () => undefined),
  };
}

/** Tells the settings at the start and whenever they change; the look of native parts follows them. */
export async function followSettings(service: AppService, tell: (settings: Settings) => void): Promise<void> {
  const reply = await service.call('app.getStatus', {});
  if (!reply.ok) return;
  const { settings } = reply.value as { readonly settings: Settings };
  nativeTheme.themeSource = settings.theme === 'contrast' ? 'system' : settings.theme;
  tell(settings);
}
