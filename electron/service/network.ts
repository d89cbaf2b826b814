/**
 * The way of an update's worker to the network: it has none of its own. It asks the host over a port for one file of one origin at a
 * time, and takes one piece after another, so that nothing piles up on either side. What may be asked is decided by the host.
 */
import type { MessagePort } from 'node:worker_threads';
import type { FetchPort, FetchReply } from '../../db/update/https-origin.ts';

export type NetworkAsk =
  | { readonly type: 'open'; readonly id: number; readonly address: string; readonly from: number }
  /** One more piece. */
  | { readonly type: 'more'; readonly id: number }
  | { readonly type: 'close'; readonly id: number };

export type NetworkAnswer =
  | { readonly type: 'opened'; readonly id: number; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly hasBody: boolean }
  | { readonly type: 'piece'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: 'end'; readonly id: number }
  /** `code` is what the system or Chromium calls the failure. */
  | { readonly type: 'failed'; readonly id: number; readonly code: string };

/** Opens a line to the host for one origin; the service hands it to the worker. */
export type OpenNetwork = (base: string) => MessagePort;

/** A failure of the host's network under the system's own name for it. */
class NetworkFailure extends Error {
  readonly code: string;
  constructor(code: string) {
    super('The network failed.');
    this.code = code;
  }
}

/** A network over the port. */
export function networkOver(port: MessagePort): FetchPort {
  const waiting = new Map<number, { readonly give: (answer: NetworkAnswer) => void }>();
  let last = 0;
  port.on('message', (answer: NetworkAnswer) => waiting.get(answer.id)?.give(answer));
  const send = (ask: NetworkAsk): void => port.postMessage(ask);

  return (address, { headers, signal }) => {
    const id = (last += 1);
    const from = Number(/^bytes=(\d+)-$/.exec(headers['range'] ?? '')?.[1] ?? 0);
    const next = (ask: NetworkAsk): Promise<NetworkAnswer> => new Promise((resolve, reject) => {
      const stop = (): void => reject(signal.reason as Error);
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
      waiting.set(id, {
        give: (answer) => {
          signal.removeEventListener('abort', stop);
          if (answer.type === 'failed' || answer.type === 'end') waiting.delete(id);
          if (answer.type === 'failed') reject(new NetworkFailure(answer.code));
          else resolve(answer);
        },
      });
      send(ask);
    });
    const close = (): void => {
      waiting.delete(id);
      send({ type: 'close', id });
    };
    signal.addEventListener('abort', close, { once: true });

    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (;;) {
        const answer = await next({ type: 'more', id });
        if (answer.type !== 'piece') return;
        yield answer.bytes;
      }
    }
    return next({ type: 'open', id, address, from }).then((answer): FetchReply => {
      if (answer.type !== 'opened') throw new NetworkFailure('ERR_INVALID_RESPONSE');
      const told = new Headers(answer.headers);
      return { status: answer.status, headers: told, body: answer.hasBody ? pieces() : null };
    });
  };
}
