import type { Field } from '../../../shared/domain/facts.ts';
import { Button } from '../../components/Button.tsx';
import { useT } from '../../components/translator-context.tsx';
import { openWays } from '../../stores/routes.ts';

/** To the ways into the one field that is looked at, or to any good job here. */
export function WaysButton({ field }: { readonly field: Field | null }) {
  const t = useT();
  return <Button size="small" onPress={() => openWays(field === null ? { kind: 'good-job' } : { kind: 'field', field })}>{t.t(field === null ? 'ways.open' : 'ways.openField')}</Button>;
}
