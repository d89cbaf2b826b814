/** Handlers about updates. */
import type { Handlers } from '../dispatcher.ts';
import type { Ports } from '../ports.ts';
import type { Updates } from '../updates.ts';

type UpdateHandlers = Pick<Handlers, Extract<keyof Handlers, `updates.${string}`>>;

export function updateHandlers({ updates, ports }: { readonly updates: Updates; readonly ports: Ports }): UpdateHandlers {
  return {
    'updates.getState': () => updates.state(),
    'updates.chooseFolder': async ({ typed }) => ({ handle: (await ports.openFolder({ typed }))?.handle ?? null }),
    'updates.check': async ({ folder }) => updates.check(folder === null ? null : (await ports.locateFile({ handle: folder })).path),
    'updates.fetch': () => updates.fetch(),
    'updates.pause': async () => {
      await updates.pause();
      return {};
    },
    'updates.cancel': async () => {
      await updates.cancel();
      return {};
    },
    'updates.apply': ({ despiteWarnings }) => updates.apply(despiteWarnings),
    'updates.export': async ({ folder }) => updates.export((await ports.locateFile({ handle: folder })).path),
    'updates.configure': (change) => updates.configure(change),
  };
}
