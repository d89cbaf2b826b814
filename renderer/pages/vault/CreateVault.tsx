import { Button } from '../../components/Button.tsx';
import { useT } from '../../components/translator-context.tsx';
import { createVault, useVault } from '../../stores/vault.ts';
import { fieldError, fileFailure } from './failure-words.ts';
import { NewPassphrase, useNewPassphrase } from './NewPassphrase.tsx';
import { VaultProblem } from './VaultProblem.tsx';

/** What the file of students is, and making it. Its recovery code is shown next, by the dialog above all pages. */
export function CreateVault({ autoFocus = false }: { readonly autoFocus?: boolean }) {
  const t = useT();
  const busy = useVault((vault) => vault.busy);
  const failed = useVault((vault) => vault.failed);
  const draft = useNewPassphrase();
  const create = (): void => { if (draft.isGood) void createVault(draft.first); };
  const problem = fileFailure(failed, 'create');
  return (
    <form className="vault-form" onSubmit={(event) => { event.preventDefault(); create(); }}>
      <p>{t.t('vault.what.text')}</p>
      <p className="quiet">{t.t('vault.what.nobody')}</p>
      {problem ? <VaultProblem failure={problem} onRetry={create} /> : null}
      <NewPassphrase draft={draft} error={fieldError(failed, 'create', 'new', t)} autoFocus={autoFocus} />
      <div className="cluster">
        <Button type="submit" look="primary" isDisabled={!draft.isGood} isPending={busy === 'create'}>{t.t(busy === 'create' ? 'vault.creating' : 'vault.create')}</Button>
      </div>
      <p className="quiet small">{t.t('vault.what.without')}</p>
    </form>
  );
}
