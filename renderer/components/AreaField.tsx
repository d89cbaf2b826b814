import { ComboBox } from './ComboBox.tsx';
import { areaName, groupAreas } from './group-areas.ts';
import type { AreaLike } from './group-areas.ts';
import type { ComboGroup } from './narrow-groups.ts';
import { useT } from './translator-context.tsx';

interface AreaFieldProps {
  readonly label: string;
  readonly areas: readonly AreaLike[];
  readonly value: string | null;
  readonly onChange: (areaId: string) => void;
  readonly hint?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly hideLabel?: boolean;
  /** A first choice that is no area, as "same as in Settings"; its id is 'none'. */
  readonly none?: string;
}

/** Chooses an area: the nation, or a state with its nonmetropolitan parts below it. */
export function AreaField({ label, areas, value, onChange, hint, isDisabled, autoFocus, hideLabel, none }: AreaFieldProps) {
  const t = useT();
  const groups: readonly ComboGroup[] = groupAreas(areas).map(({ head, parts }) => ({
    id: `group-${head.id}`,
    label: areaName(head, t),
    items: [{ id: head.id, label: areaName(head, t), note: t.t(head.kind === 'nation' ? 'area.nation' : head.kind === 'territory' ? 'area.territory' : 'area.wholeState') },
      ...parts.map((part) => ({ id: part.id, label: areaName(part, t), ...(part.kind === 'nonmetro' ? { note: t.t('area.nonmetro') } : {}) }))],
  }));
  const first: readonly ComboGroup[] = none === undefined ? [] : [{ id: 'group-none', label: '', items: [{ id: 'none', label: none }] }];
  return (
    <ComboBox
      label={label} groups={[...first, ...groups]} value={value ?? (none === undefined ? null : 'none')} onChange={onChange} placeholder={t.t('area.type')}
      {...(hint === undefined ? {} : { hint })} {...(isDisabled === undefined ? {} : { isDisabled })} {...(autoFocus ? { autoFocus } : {})} {...(hideLabel ? { hideLabel } : {})}
    />
  );
}
