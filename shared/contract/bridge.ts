/** The desktop's bridge between page and main process: two channels, nothing else. */
import type { ServiceEvent } from './events.ts';
import type { Envelope } from '../kernel/errors.ts';

/** The page asks; the one channel that main answers on. */
export const CALL_CHANNEL = 'waymark:call';
/** Main tells; the one channel that it sends on. */
export const EVENT_CHANNEL = 'waymark:event';

/** What the preload puts on the page's window as `waymark`. */
export interface Bridge {
  /** Never rejects: what cannot be reached is an envelope with code 'service-stopped'. */
  call(name: string, input: unknown): Promise<Envelope<unknown>>;
  /** Calls `listener` on every event until the returned function is called. */
  on(listener: (event: ServiceEvent) => void): () => void;
}
