import { VaultDialogs } from '../pages/vault/VaultDialogs.tsx';

/** What may lie over any page: dialogs that are opened from several places. Each renders nothing while it is closed. */
export function Overlays() {
  return <VaultDialogs />;
}
