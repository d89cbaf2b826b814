import { Button } from '../../components/Button.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectIsFull, toggleCompare, useCompare } from '../../stores/compare.ts';
import { go } from '../../stores/navigation.ts';
import { startPlan } from '../../stores/plan-draft.ts';

/** What can be done with a credential: compare it, print its page, put it in a plan. */
export function CredentialActions({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useT();
  const isCompared = useCompare((state) => state.ids.includes(id));
  const isFull = useCompare(selectIsFull);
  const words = isCompared ? 'credential.inCompare' : isFull ? 'credential.compareFull' : 'credential.addToCompare';
  return (
    <>
      <Button label={isCompared ? `${t.t(words)}: ${t.t('explore.compare.removeNamed', { name })}` : t.t(words)} isDisabled={isFull && !isCompared} onPress={() => toggleCompare(id)}>{isCompared ? '✓ ' : ''}{t.t(words)}</Button>
      <Button onPress={() => go({ page: 'print', what: { kind: 'credential-sheet', credentialId: id } })}>{t.t('credential.print')}</Button>
      <Button look="primary" onPress={() => startPlan([id])}>{t.t('credential.plan')}</Button>
    </>
  );
}
