/** The host's side of the service: starts the worker, sends calls, answers its ports. Used by both hosts. */
import { Worker } from 'node:worker_threads';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { Envelope } from '../../shared/kernel/errors.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import type { FromService, ToService } from '../service/messages.ts';
import type { Ports, ServiceStart } from '../service/ports.ts';
import { serveNetwork, type HostFetch } from './network.ts';

export interface ServiceClient {
  /** Any reply, a refusal too, is an envelope; this never rejects. */
  call(name: string, input: unknown): Promise<Envelope<unknown>>;
  /** Backs up, locks and ends the worker; waits at most `timeoutMs`. */
  stop(timeoutMs?: number): Promise<void>;
}

/** With room for more, the many short-lived objects of one long task (an area of a large edition) pass for lasting ones: the heap grew to three times what it holds. */
const YOUNG_MEGABYTES = 12;

/** What the service gets from its host. */
export interface HostParts {
  readonly ports: Ports;
  /** The host's way to the network, for updates only. */
  readonly fetch: HostFetch;
}

/** Starts the service's worker and resolves when it is ready. Rejects with why it could not start, or with service-stopped. */
export function startServiceClient(
  worker: URL, start: ServiceStart, { ports, fetch }: HostParts, onEvent: (event: ServiceEvent) => void,
): Promise<ServiceClient> {
  const thread = new Worker(worker, { name: 'waymark-service', resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } });
  const waiting = new Map<number, (reply: Envelope<unknown>) => void>();
  const gone: Envelope<unknown> = { ok: false, code: 'service-stopped', params: {} };
  let lastCall = 0;
  let ended = false;
  let onStopped: (() => void) | undefined;
  const send = (message: ToService): void => thread.postMessage(message);

  const answerPort = async (name: keyof Ports, input: unknown): Promise<Envelope<unknown>> => {
    try {
      return { ok: true, value: await (ports[name] as (value: unknown) => Promise<unknown>)(input) };
    } catch (error) {
      if (error instanceof CodedError) return { ok: false, code: error.code, params: error.params };
      return { ok: false, code: 'internal', params: { method: `port ${name}` } };
    }
  };
  const client: ServiceClient = {
    call: (name, input) =>
      new Promise((resolve) => {
        if (ended) return resolve(gone);
        lastCall += 1;
        waiting.set(lastCall, resolve);
        send({ type: 'call', id: lastCall, name, input });
      }),
    stop: async (timeoutMs = 15_000) => {
      if (!ended) {
        const stopped = new Promise<void>((resolve) => { onStopped = resolve; });
        send({ type: 'stop' });
        let timer: NodeJS.Timeout | undefined;
        await Promise.race([stopped, new Promise<void>((resolve) => { timer = setTimeout(resolve, timeoutMs); })]);
        clearTimeout(timer);
      }
      await thread.terminate();
    },
  };
  return new Promise((resolve, reject) => {
    const end = (): void => {
      if (ended) return;
      ended = true;
      for (const settle of waiting.values()) settle(gone);
      waiting.clear();
      onStopped?.();
      onEvent({ type: 'stopped' });
      reject(new CodedError('service-stopped'));
    };
    thread.on('message', (message: FromService) => {
      switch (message.type) {
        case 'ready': return resolve(client);
        case 'failed': return reject(new CodedError(message.code, message.params));
        case 'reply': {
          const settle = waiting.get(message.id);
          waiting.delete(message.id);
          return settle?.(message.reply);
        }
        case 'event': return onEvent(message.event);
        case 'port': return void answerPort(message.port, message.input).then((reply) => { if (!ended) send({ type: 'port-reply', id: message.id, reply }); });
        case 'network': return serveNetwork(message.port, message.base, fetch);
        case 'stopped': return end();
      }
    });
    thread.on('error', (error) => {
      // The kind of failure only: a message could quote what a person typed.
      process.stderr.write(`The service stopped: ${error instanceof Error ? error.name : 'unknown error'}\n`);
      if (process.env['WAYMARK_DEBUG'] === '1') process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
      end();
    });
    thread.on('exit', end);
    send({ type: 'start', start });
  });
}
