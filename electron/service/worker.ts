/**
 * Entry of the service's worker thread, the same file in both hosts. It speaks
 * messages.ts with the host's thread and never imports `electron`.
 */
import { randomBytes } from 'node:crypto';
import { MessageChannel, parentPort } from 'node:worker_threads';
import { CodedError } from '../../shared/kernel/errors.ts';
import type { Envelope } from '../../shared/kernel/errors.ts';
import type { FromService, ToService } from './messages.ts';
import type { OpenNetwork } from './network.ts';
import type { Ports, World } from './ports.ts';
import { startService } from './service.ts';
import type { Service } from './service.ts';

const port = parentPort;
if (!port) throw new Error('the service runs in a worker thread');
const send = (message: FromService): void => port.postMessage(message);

const waiting = new Map<number, (reply: Envelope<unknown>) => void>();
let lastCall = 0;
const callPort = <T>(name: keyof Ports, input: unknown): Promise<T> =>
  new Promise((resolve, reject) => {
    lastCall += 1;
    waiting.set(lastCall, (reply) => {
      if (reply.ok) resolve(reply.value as T);
      else reject(new CodedError(reply.code, reply.params));
    });
    send({ type: 'port', id: lastCall, port: name, input });
  });
const ports: Ports = {
  chooseFile: (input) => callPort('chooseFile', input),
  openFile: (input) => callPort('openFile', input),
  openFolder: (input) => callPort('openFolder', input),
  locateFile: (input) => callPort('locateFile', input),
  makePdf: (input) => callPort('makePdf', input),
  saveText: (input) => callPort('saveText', input),
  print: (input) => callPort('print', input),
  copyText: (input) => callPort('copyText', input),
  openLink: (input) => callPort('openLink', input),
};

const openNetwork: OpenNetwork = (base) => {
  const { port1, port2 } = new MessageChannel();
  port.postMessage({ type: 'network', base, port: port2 } satisfies FromService, [port2]);
  return port1;
};

const world: World = {
  now: () => new Date().toISOString(),
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  },
  newId: () => randomBytes(16).toString('base64url'),
};

let service: Promise<Service> | undefined;
const receive = async (message: ToService): Promise<void> => {
  switch (message.type) {
    case 'start':
      service = startService(message.start, { ports, world, openNetwork }, (event) => send({ type: 'event', event }));
      try {
        await service;
        send({ type: 'ready' });
      } catch (error) {
        // An error that crosses the threads loses its code.
        if (!(error instanceof CodedError)) throw error;
        send({ type: 'failed', code: error.code, params: error.params });
        port.close();
      }
      return;
    case 'call': {
      const reply: Envelope<unknown> = service
        ? await (await service).dispatch(message.name, message.input)
        : { ok: false, code: 'service-stopped', params: {} };
      send({ type: 'reply', id: message.id, reply });
      return;
    }
    case 'port-reply': {
      const settle = waiting.get(message.id);
      waiting.delete(message.id);
      settle?.(message.reply);
      return;
    }
    case 'stop':
      await (await service)?.stop();
      send({ type: 'stopped' });
      port.close();
  }
};
port.on('message', (message: ToService) => void receive(message));
