import { SORTS } from '../../../shared/domain/bands.ts';
import type { Sort } from '../../../shared/domain/bands.ts';
import { SelectField } from '../../components/SelectField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { setSort } from '../../stores/search.ts';

interface SortMenuProps {
  readonly sort: Sort;
  /** Without a text there is no best match to order by. */
  readonly isTyped: boolean;
}

/** The order of the list. */
export function SortMenu({ sort, isTyped }: SortMenuProps) {
  const t = useT();
  const options = SORTS.filter((each) => isTyped || each !== 'best').map((id) => ({ id, label: t.t(`explore.sort.${id}`) }));
  return <div className="sort"><SelectField label={t.t('explore.sort')} hideLabel size="small" options={options} value={sort} onChange={setSort} /></div>;
}
