/** Messages between the host's thread and the service's worker. Everything in them is JSON, but the line to the network. */
import type { MessagePort } from 'node:worker_threads';
import type { Envelope, ErrorCode, ErrorParams } from '../../shared/kernel/errors.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import type { PORT_NAMES, ServiceStart } from './ports.ts';

export type ToService =
  | { readonly type: 'start'; readonly start: ServiceStart }
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'port-reply'; readonly id: number; readonly reply: Envelope<unknown> }
  | { readonly type: 'stop' };

export type FromService =
  | { readonly type: 'ready' }
  /** It could not start, and ends. */
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly params: ErrorParams }
  | { readonly type: 'reply'; readonly id: number; readonly reply: Envelope<unknown> }
  | { readonly type: 'event'; readonly event: ServiceEvent }
  | { readonly type: 'port'; readonly id: number; readonly port: (typeof PORT_NAMES)[number]; readonly input: unknown }
  /** An update wants files below one https address; the host answers on the port. */
  | { readonly type: 'network'; readonly base: string; readonly port: MessagePort }
  | { readonly type: 'stopped' };
