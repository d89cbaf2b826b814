/** Handlers about the app itself. */
import type { SettingsStore } from '../settings-store.ts';
import type { Handlers } from '../dispatcher.ts';
import type { Ports, ServiceStart, World } from '../ports.ts';
import { describeStorage } from '../storage.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import { CodedError } from '../../../shared/kernel/errors.ts';

type AppHandlers = Pick<Handlers, Extract<keyof Handlers, `app.${string}`>>;
type Places = Parameters<typeof describeStorage>[1];

export interface AppContext {
  readonly start: ServiceStart;
  readonly settings: SettingsStore;
  readonly ports: Ports;
  readonly world: World;
  readonly vaultState: () => OutputOf<'app.getStatus'>['vault'];
  readonly places: () => Places;
  readonly onActivity: () => void;
  /** Hosts of the pages that our tables cite; no other page is opened. */
  readonly linkHosts: () => ReadonlySet<string>;
}

export function appHandlers({ start, settings, ports, world, vaultState, places, onActivity, linkHosts }: AppContext): AppHandlers {
  return {
    'app.getStatus': () => ({
      version: start.version, capabilities: start.capabilities, settings: settings.get(), vault: vaultState(), today: world.today(), settingsProblem: settings.problem,
    }),
    'app.setSettings': (change) => settings.set(change),
    'app.getStorage': () => describeStorage(start.dataDir, places()),
    'app.openLink': async ({ url }) => {
      const { protocol, host, username } = new URL(url);
      if (protocol !== 'https:' || username !== '' || !linkHosts().has(host)) throw new CodedError('forbidden');
      await ports.openLink({ url });
      return {};
    },
    'app.copyText': async ({ text }) => {
      await ports.copyText({ text });
      return {};
    },
    'app.reportActivity': () => {
      onActivity();
      return {};
    },
  };
}
