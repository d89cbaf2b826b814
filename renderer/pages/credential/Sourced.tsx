import type { Provenance } from '../../../shared/domain/facts.ts';
import { Figure } from '../../components/Figure.tsx';
import { useT } from '../../components/translator-context.tsx';

/** Digits, with what belongs to them: "120", "4,000", "$25". */
const NUMBER = /\$?\d[\d.,]*\d|\$?\d/;

/** A stated fact. The first number in it opens the source; a fact without a number or a source is plain words. */
export function Sourced({ what, from }: { readonly what: string; readonly from: Provenance }) {
  const t = useT();
  const found = from.source === null && from.evidence === null ? null : NUMBER.exec(what);
  if (!found) return <>{what}</>;
  return <>{what.slice(0, found.index)}<Figure what={t.t('figure.fact', { name: what })} value={found[0]} from={from} />{what.slice(found.index + found[0].length)}</>;
}
