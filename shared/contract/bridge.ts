/** The desktop's bridge between page and main process: three channels, nothing else. */
import type { ServiceEvent } from './events.ts';
import type { Envelope } from '../kernel/errors.ts';

/** The page asks; main answers. */
export const CALL_CHANNEL = 'waymark:call';
/** The preload says where a file lies that the person gave to the page; main answers with a handle. */
export const FILE_CHANNEL = 'waymark:file';
/** Main tells; the one channel that it sends on. */
export const EVENT_CHANNEL = 'waymark:event';

/** What the preload puts on the page's window as `waymark`. */
export interface Bridge {
  /** Never rejects: what cannot be reached is an envelope with code 'service-stopped'. */
  call(name: string, input: unknown): Promise<Envelope<unknown>>;
  /** Takes a `File` that the person dropped on the page; the handle stands for it in calls. Never rejects; what lies on no disk is 'file-handle-unknown'. */
  take(file: object): Promise<Envelope<{ readonly handle: string }>>;
  /** Calls `listener` on every event until the returned function is called. */
  on(listener: (event: ServiceEvent) => void): () => void;
}
