/** `ipcMain`: handlers by channel. Values are cloned on the way, as Electron clones them. */
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { strict } from './lifecycle.ts';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;
const handlers = new Map<string, Handler>();

/** Throws when JSON would change the value: then a test on the stand-in would show another value than Electron does. */
export function carried(value: unknown): unknown {
  let cloned: unknown;
  try {
    cloned = structuredClone(value);
  } catch {
    throw new Error('An object could not be cloned.');
  }
  const text = JSON.stringify(cloned);
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

/** What the page's `invoke` gets: the handler's value, or an error of which only the message is left. */
export async function invoke(channel: string, event: IpcMainInvokeEvent, args: readonly unknown[]): Promise<{ readonly value?: unknown; readonly error?: string }> {
  const handler = handlers.get(channel);
  if (!handler) return { error: `Error invoking remote method '${channel}': Error: No handler registered for '${channel}'` };
  try {
    return { value: carried(await handler(event, ...args)) };
  } catch (error) {
    return { error: `Error invoking remote method '${channel}': ${String(error)}` };
  }
}

const members = {
  handle: (channel: string, handler: Handler): void => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
} satisfies Pick<IpcMain, 'handle'>;
export const ipcMain = strict('ipcMain', members);
