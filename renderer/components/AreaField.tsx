import { useMemo, useState } from 'react';
import { ComboBox } from './ComboBox.tsx';
import { countyGroups, countyId, countyOf, figuresOf } from './county-groups.ts';
import type { CountyLike } from './county-groups.ts';
import { areaName, groupAreas } from './group-areas.ts';
import type { AreaLike } from './group-areas.ts';
import type { ComboGroup } from './narrow-groups.ts';
import { useT } from './translator-context.tsx';

interface AreaFieldProps {
  readonly label: string;
  readonly areas: readonly AreaLike[];
  /** Names by which an area is found too. */
  readonly counties?: readonly CountyLike[];
  readonly value: string | null;
  readonly onChange: (areaId: string) => void;
  readonly hint?: string;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly hideLabel?: boolean;
  /** A first choice that is no area, as "same as in Settings"; its id is 'none'. */
  readonly none?: string;
}

const NO_COUNTIES: readonly CountyLike[] = [];

/** Chooses an area: the nation, or a state with its nonmetropolitan parts below it; or a county, which says whose figures stand for it. */
export function AreaField({ label, areas, counties = NO_COUNTIES, value, onChange, hint, isDisabled, autoFocus, hideLabel, none }: AreaFieldProps) {
  const t = useT();
  const [county, setCounty] = useState<CountyLike | null>(null);
  const groups = useMemo(() => {
    const regions: readonly ComboGroup[] = groupAreas(areas).map(({ head, parts }) => ({
      id: `group-${head.id}`,
      label: areaName(head, t),
      items: [{ id: head.id, label: areaName(head, t), note: t.t(head.kind === 'nation' ? 'area.nation' : head.kind === 'territory' ? 'area.territory' : 'area.wholeState') },
        ...parts.map((part) => ({ id: part.id, label: areaName(part, t), ...(part.kind === 'nonmetro' ? { note: t.t('area.nonmetro') } : {}) }))],
    }));
    const first: readonly ComboGroup[] = none === undefined ? [] : [{ id: 'group-none', label: '', items: [{ id: 'none', label: none }] }];
    return [...first, ...regions, ...countyGroups(counties, areas, t)];
  }, [areas, counties, none, t]);
  // What was chosen by its county is called so until another area is chosen.
  const countyAt = county !== null && county[2] === value ? counties.indexOf(county) : -1;
  const choose = (id: string): void => {
    const found = countyOf(id, counties);
    setCounty(found);
    if ((found?.[2] ?? id) !== value) onChange(found?.[2] ?? id);
  };
  return (
    <div className="area-field">
      <ComboBox
        label={label} groups={groups} value={countyAt >= 0 ? countyId(countyAt) : (value ?? (none === undefined ? null : 'none'))} onChange={choose} placeholder={t.t('area.type')}
        {...(hint === undefined ? {} : { hint })} {...(isDisabled === undefined ? {} : { isDisabled })} {...(autoFocus ? { autoFocus } : {})} {...(hideLabel ? { hideLabel } : {})}
      />
      <p className="field-hint area-county" role="status">{county !== null && countyAt >= 0 ? t.t('area.county.chosen', { county: county[0], figures: figuresOf(county, new Map(areas.map((area) => [area.id, area])), t) }) : ''}</p>
    </div>
  );
}
