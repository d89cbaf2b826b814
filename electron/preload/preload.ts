/**
 * The bridge: one function to ask, one to hand over a dropped file, one to listen. It runs sandboxed, is built as one
 * CommonJS file and may require only `electron`; the page gets neither ipcRenderer, nor an event of it, nor any path.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL, FILE_CHANNEL } from '../../shared/contract/bridge.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';

/** Where a file lies; only one that a person dropped or picked has a place, never one that a page made. */
function placeOf(file: object): string {
  try {
    return webUtils.getPathForFile(file as File);
  } catch {
    return '';
  }
}

const bridge: Bridge = {
  call: async (name, input) => {
    try {
      return (await ipcRenderer.invoke(CALL_CHANNEL, name, input)) as Awaited<ReturnType<Bridge['call']>>;
    } catch (error) {
      // Main answers every call with an envelope: a rejection means that it is gone, or that the input is nothing that can be sent.
      return { ok: false, code: String(error).includes('cloned') ? 'input-invalid' : 'service-stopped', params: {} };
    }
  },
  take: async (file) => {
    const path = placeOf(file);
    if (path === '') return { ok: false, code: 'file-handle-unknown', params: {} };
    try {
      return (await ipcRenderer.invoke(FILE_CHANNEL, path)) as Awaited<ReturnType<Bridge['take']>>;
    } catch {
      return { ok: false, code: 'service-stopped', params: {} };
    }
  },
  on: (listener) => {
    const pass = (_event: unknown, event: ServiceEvent): void => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, pass);
    return () => void ipcRenderer.off(EVENT_CHANNEL, pass);
  },
};
contextBridge.exposeInMainWorld('waymark', bridge);
