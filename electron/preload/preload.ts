/**
 * The bridge: one function to ask, one to listen. It runs sandboxed, is built as one CommonJS
 * file and may require only `electron`; the page gets neither ipcRenderer nor an event of it.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../shared/contract/bridge.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';

const bridge: Bridge = {
  call: async (name, input) => {
    try {
      return (await ipcRenderer.invoke(CALL_CHANNEL, name, input)) as Awaited<ReturnType<Bridge['call']>>;
    } catch (error) {
      // Main answers every call with an envelope: a rejection means that it is gone, or that the input is nothing that can be sent.
      return { ok: false, code: String(error).includes('cloned') ? 'input-invalid' : 'service-stopped', params: {} };
    }
  },
  on: (listener) => {
    const pass = (_event: unknown, event: ServiceEvent): void => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, pass);
    return () => void ipcRenderer.off(EVENT_CHANNEL, pass);
  },
};
contextBridge.exposeInMainWorld('waymark', bridge);
