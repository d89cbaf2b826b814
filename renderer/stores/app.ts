/** What the app knows of itself: host, settings, vault state, areas, and what the service told. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import type { Settings } from '../../shared/contract/app.ts';
import type { DataKind } from '../../shared/contract/method.ts';
import type { ServiceEvent } from '../../shared/contract/events.ts';
import { call, onEvent } from '../client/client.ts';
import { forgetStudentPages } from './navigation.ts';
import { createAsker, IDLE, valueOf } from './request.ts';
import type { Failure, Request } from './request.ts';

type Status = OutputOf<'app.getStatus'>;
export type Area = OutputOf<'reference.listAreas'>['areas'][number];

interface AppState {
  readonly status: Request<Status>;
  readonly areas: Request<OutputOf<'reference.listAreas'>>;
  readonly edition: Request<OutputOf<'reference.getEdition'>>;
  /** The service ended; nothing can be asked any more. */
  readonly stopped: boolean;
  /** The last failure of a change of settings, shown where the change was made. */
  readonly settingsFailure: Failure | null;
}

export const useApp = create<AppState>(() => ({ status: IDLE, areas: IDLE, edition: IDLE, stopped: false, settingsFailure: null }));
const { getState: get, setState: set } = useApp;

const status = createAsker('app.getStatus', () => get().status, (request) => set({ status: request }));
const areas = createAsker('reference.listAreas', () => get().areas, (request) => set({ areas: request }));
const edition = createAsker('reference.getEdition', () => get().edition, (request) => set({ edition: request }));

const resets = new Set<() => void>();
/** Registers how a store forgets all that came out of the vault; called whenever it locks. */
export function onVaultLocked(reset: () => void): void {
  resets.add(reset);
}
const refreshers = new Set<(kinds: readonly DataKind[]) => void>();
/** Registers who is told which kinds of data changed. Returns the way to stop. */
export function onChanged(refresh: (kinds: readonly DataKind[]) => void): () => void {
  refreshers.add(refresh);
  return () => refreshers.delete(refresh);
}
const menuListeners = new Set<(command: Extract<ServiceEvent, { type: 'menu' }>['command']) => void>();
export function onMenu(listener: (command: Extract<ServiceEvent, { type: 'menu' }>['command']) => void): () => void {
  menuListeners.add(listener);
  return () => menuListeners.delete(listener);
}

const progressListeners = new Set<(progress: { readonly done: number; readonly all: number }) => void>();
/** Registers who hears how far a pack has been put in. */
export function onPackProgress(listener: (progress: { readonly done: number; readonly all: number }) => void): void {
  progressListeners.add(listener);
}

type UpdateProgress = Extract<ServiceEvent, { type: 'update-progress' }>;
const updateListeners = new Set<(progress: UpdateProgress) => void>();
/** Registers who hears how far an update has come. */
export function onUpdateProgress(listener: (progress: UpdateProgress) => void): void {
  updateListeners.add(listener);
}

/** Asks for everything the first screen needs and follows the service's events. */
export function startApp(): () => void {
  void status.ask({});
  void areas.ask({});
  void edition.ask({});
  return onEvent((event) => {
    switch (event.type) {
      case 'stopped': return set({ stopped: true });
      case 'pack-progress': return progressListeners.forEach((each) => each(event));
      case 'update-progress': return updateListeners.forEach((each) => each(event));
      case 'menu': return menuListeners.forEach((each) => each(event.command));
      case 'vault': {
        const now = valueOf(get().status);
        if (now) set({ status: { status: 'ready', value: { ...now, vault: event.state } } });
        if (event.state === 'unlocked') return;
        for (const reset of resets) reset();
        return forgetStudentPages();
      }
      case 'changed':
        if (event.kinds.includes('settings') || event.kinds.includes('vault')) void status.ask({});
        if (event.kinds.includes('reference')) { void areas.ask({}); void edition.ask({}); }
        for (const refresh of refreshers) refresh(event.kinds);
    }
  });
}

/** Changes settings at once on screen; the service's answer is what counts. */
export async function setSettings(change: Partial<Settings>): Promise<void> {
  const before = valueOf(get().status);
  if (before) set({ status: { status: 'ready', value: { ...before, settings: { ...before.settings, ...change } } }, settingsFailure: null });
  const reply = await call('app.setSettings', change);
  if (!reply.ok) set({ settingsFailure: reply, ...(before ? { status: { status: 'ready', value: before } } : {}) });
}
export const retryStart = (): void => { void status.ask({}); void areas.ask({}); void edition.ask({}); };

/** The area figures are shown for; the nation until one is chosen. */
export const selectAreaId = (state: AppState): string => valueOf(state.status)?.settings.areaId ?? 'us';
export const selectSettings = (state: AppState): Settings | null => valueOf(state.status)?.settings ?? null;
export const selectVault = (state: AppState): Status['vault'] => valueOf(state.status)?.vault ?? 'none';
export const selectCapabilities = (state: AppState): Status['capabilities'] | null => valueOf(state.status)?.capabilities ?? null;
export const selectToday = (state: AppState): string => valueOf(state.status)?.today ?? '';

/** Opens a source in the system's browser; where the page itself opens links this is not used. */
export const openLink = async (url: string): Promise<boolean> => (await call('app.openLink', { url })).ok;
