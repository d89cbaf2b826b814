/** How the page reaches the service: over the desktop's bridge, or over HTTP to the loopback host. */
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import type { Envelope } from '../../shared/kernel/errors.ts';
import { createHttpTransport } from './http-transport.ts';

export interface Transport {
  /** Never rejects: what cannot be reached is an envelope with code 'service-stopped'. */
  call(name: string, input: unknown): Promise<Envelope<unknown>>;
  /** Calls `listener` on every event until the returned function is called. */
  on(listener: (event: ServiceEvent) => void): () => void;
  /** Takes a file that the host keeps behind a handle to the person's downloads; only where the host says 'download'. */
  download(handle: string): void;
  /** Hands a pack file that the person picked or dropped to the host, and gives its handle. */
  upload(file: File): Promise<Envelope<{ readonly handle: string }>>;
}

declare global {
  interface Window {
    /** The desktop's bridge, put there by the preload. */
    readonly waymark?: Bridge;
  }
}

/** The transport of this window. */
export function openTransport(): Transport {
  const { waymark } = window;
  if (!waymark) return createHttpTransport(window);
  return { call: waymark.call, on: waymark.on, download: () => undefined, upload: waymark.take };
}
