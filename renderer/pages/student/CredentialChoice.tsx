import { useEffect } from 'react';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { useT } from '../../components/translator-context.tsx';
import { useCompare } from '../../stores/compare.ts';
import { keepCredentialRow, loadCredentialRows, useCredentialRows } from '../../stores/credential-rows.ts';
import { CredentialSearch } from './CredentialSearch.tsx';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly most: number;
  /** Said when no more can be chosen. */
  readonly full?: string;
  readonly autoFocus?: boolean;
}

/** Several credentials, found by typing or taken from the comparison, in the order chosen. */
export function CredentialChoice({ label, hint, ids, onChange, most, full, autoFocus = false }: Props) {
  const t = useT();
  const rows = useCredentialRows((state) => state.rows);
  const compared = useCompare((compare) => compare.ids);
  useEffect(() => { void loadCredentialRows(ids); }, [ids]);
  const more = compared.filter((id) => !ids.includes(id));
  const isFull = ids.length >= most;
  return (
    <div className="credential-choice">
      <CredentialSearch
        label={label} hint={isFull && full !== undefined ? full : hint} without={ids} isDisabled={isFull} autoFocus={autoFocus}
        onPick={(row) => { keepCredentialRow(row); onChange([...ids, row.id]); }}
      />
      {ids.length === 0 ? null : (
        <ul className="chosen" aria-label={t.t('picker.chosen')}>
          {ids.map((id) => {
            const row = rows[id];
            const name = row ? t.name(row.name) : '…';
            return (
              <li key={id}>
                <span className="serif">{name}</span>
                {row ? <span className="quiet small">{t.t(`kind.${row.kind}`)}</span> : null}
                <IconButton icon="close" size="small" label={t.t('picker.remove', { name })} onPress={() => onChange(ids.filter((each) => each !== id))} />
              </li>
            );
          })}
        </ul>
      )}
      {more.length === 0 || isFull ? null : <Button size="small" onPress={() => onChange([...ids, ...more].slice(0, most))}>{t.t('handouts.fromCompare')}</Button>}
    </div>
  );
}
