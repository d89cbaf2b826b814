/** The loopback host's transport: a session from the one-time token, JSON calls, server-sent events. */
import type { ServiceEvent } from '../../shared/contract/events.ts';
import type { OutputOf } from '../../shared/contract/index.ts';
import type { DataKind } from '../../shared/contract/method.ts';
import type { Envelope } from '../../shared/kernel/errors.ts';
import type { Transport } from './transport.ts';

const STOPPED: Envelope<never> = { ok: false, code: 'service-stopped', params: {} };

/** Every kind of data, complete by its type. */
const EVERY_KIND: Readonly<Record<DataKind, true>> = { students: true, plans: true, vault: true, settings: true, reference: true, history: true, prints: true, overlay: true, updates: true };

async function post(path: string, body: unknown): Promise<Envelope<unknown>> {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), cache: 'no-store' });
    return (await response.json()) as Envelope<unknown>;
  } catch {
    return STOPPED;
  }
}

/** Trades the token in the address for the session's cookie and takes it out of the address. */
async function openSession(page: Window): Promise<void> {
  const token = page.location.hash.slice(1);
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return;
  page.history.replaceState(page.history.state, '', page.location.pathname);
  await post('/session', { token });
}

export function createHttpTransport(page: Window): Transport {
  const session = openSession(page);
  const listeners = new Set<(event: ServiceEvent) => void>();
  let source: EventSource | undefined;
  const tell = (event: ServiceEvent): void => listeners.forEach((each) => each(event));
  const findOutStopped = async (): Promise<void> => {
    const reply = await post('/call/app.getStatus', {});
    // "Forbidden" is another host on the same port: this session is over as well.
    if (reply.ok || (reply.code !== 'service-stopped' && reply.code !== 'forbidden')) return;
    source?.close();
    tell({ type: 'stopped' });
  };
  /** What was told while the stream was broken reached nobody: anything may have changed, and the vault may have been locked in another tab. */
  const catchUp = async (): Promise<void> => {
    const reply = await post('/call/app.getStatus', {});
    if (!reply.ok) return;
    tell({ type: 'vault', state: (reply.value as OutputOf<'app.getStatus'>).vault });
    tell({ type: 'changed', kinds: Object.keys(EVERY_KIND) as DataKind[] });
  };
  const listen = async (): Promise<void> => {
    await session;
    if (source) return;
    source = new EventSource('/events');
    let wasOpen = false;
    source.onopen = () => {
      if (wasOpen) void catchUp();
      wasOpen = true;
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      tell(JSON.parse(data) as ServiceEvent);
    };
    // A host that was ended says nothing; a broken stream is where it shows.
    source.onerror = () => void findOutStopped();
  };
  return {
    call: async (name, input) => {
      await session;
      return post(`/call/${name}`, input);
    },
    on: (listener) => {
      listeners.add(listener);
      void listen();
      return () => listeners.delete(listener);
    },
    upload: async (file) => {
      await session;
      try {
        const response = await fetch('/file/pack', { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: file, cache: 'no-store' });
        return (await response.json()) as Envelope<{ readonly handle: string }>;
      } catch {
        return STOPPED;
      }
    },
    download: (handle) => {
      const link = page.document.createElement('a');
      link.href = `/file/${handle}`;
      link.download = '';
      link.click();
    },
  };
}
