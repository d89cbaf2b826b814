/** The typed client. Only store actions use it. */
import type { Call, InputOf, MethodName, OutputOf } from '../../shared/contract/index.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import type { Envelope } from '../../shared/kernel/errors.ts';
import { openTransport } from './transport.ts';
import type { Transport } from './transport.ts';

let transport: Transport | undefined;
const open = (): Transport => (transport ??= openTransport());

/** Calls one method of the contract. Never rejects. */
export const call: Call = async <N extends MethodName>(name: N, input: InputOf<N>) => (await open().call(name, input)) as Envelope<OutputOf<N>>;

/** Listens to the service; returns the way to stop. */
export const onEvent = (listener: (event: ServiceEvent) => void): (() => void) => open().on(listener);

export const download = (handle: string): void => open().download(handle);

export const upload = (file: File): Promise<Envelope<{ readonly handle: string }>> => open().upload(file);

/** For tests: puts another transport in place. */
export function useTransport(next: Transport): void {
  transport = next;
}
