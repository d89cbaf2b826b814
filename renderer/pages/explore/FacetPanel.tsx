import { AGE_BANDS, ASKS, COST_BANDS, DELIVERIES, NEAR_BANDS, PAY_BANDS, RECOGNITIONS, TIME_BANDS } from '../../../shared/domain/bands.ts';
import { CREDENTIAL_KINDS, FIELDS } from '../../../shared/domain/facts.ts';
import { VERDICTS } from '../../../shared/domain/results.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { useT } from '../../components/translator-context.tsx';
import { clearFilters, toggleFilter } from '../../stores/search.ts';
import type { Facet, Filters, Found, SchoolFilters } from '../../stores/search.ts';
import { FacetHelp } from './FacetHelp.tsx';
import { SchoolFacets } from './SchoolFacets.tsx';

interface FacetPanelProps {
  readonly filters: Filters;
  readonly facets: Found['facets'];
  readonly schoolFilters: SchoolFilters;
  readonly schoolFacets: Found['schoolFacets'];
  /** Credentials that are left now. */
  readonly kept: number;
}

type Choice = { readonly [F in Facet]: { readonly facet: F; readonly value: Filters[F][number]; readonly label: string } }[Facet];

/** Every value of every facet with its word, in the order in which it is offered. */
function choicesOf(t: Translator): readonly { readonly facet: Facet; readonly choices: readonly Choice[] }[] {
  return [
    { facet: 'verdict', choices: VERDICTS.map((value) => ({ facet: 'verdict', value, label: t.t(`verdict.${value}`) })) },
    { facet: 'pay', choices: PAY_BANDS.map((value) => ({ facet: 'pay', value, label: t.t(`explore.pay.band.${value}`) })) },
    { facet: 'time', choices: TIME_BANDS.map((value) => ({ facet: 'time', value, label: t.t(value === 'unknown' ? 'explore.time.unknownBand' : `explore.time.${value}`) })) },
    { facet: 'cost', choices: COST_BANDS.map((value) => ({ facet: 'cost', value, label: t.t(value === 'unknown' ? 'explore.cost.unknownBand' : `explore.cost.${value}`) })) },
    { facet: 'kind', choices: CREDENTIAL_KINDS.map((value) => ({ facet: 'kind', value, label: t.t(`kind.${value}`) })) },
    { facet: 'field', choices: FIELDS.map((value) => ({ facet: 'field', value, label: t.t(`field.${value}`) })) },
    { facet: 'age', choices: AGE_BANDS.map((value) => ({ facet: 'age', value, label: t.t(`explore.age.${value}`) })) },
    { facet: 'recognized', choices: RECOGNITIONS.map((value) => ({ facet: 'recognized', value, label: t.t(`explore.recognized.${value}`) })) },
    { facet: 'near', choices: NEAR_BANDS.map((value) => ({ facet: 'near', value, label: t.t(`explore.near.${value}`) })) },
    { facet: 'delivery', choices: DELIVERIES.map((value) => ({ facet: 'delivery', value, label: t.t(`explore.delivery.${value}`) })) },
    { facet: 'leaveOut', choices: ASKS.map((value) => ({ facet: 'leaveOut', value, label: t.t(`explore.asks.${value}`) })) },
  ];
}

/** What narrows the list, each value with how many it would leave; values that leave nothing are not offered. */
export function FacetPanel({ filters, facets, schoolFilters, schoolFacets, kept }: FacetPanelProps) {
  const t = useT();
  const chosen = [...Object.values(filters), ...Object.values(schoolFilters)].some((values) => values.length > 0);
  const places = Object.keys(facets.near).length > 0;
  return (
    <form className="facets" aria-label={t.t('explore.filters')} onSubmit={(event) => event.preventDefault()}>
      {choicesOf(t).map(({ facet, choices }) => {
        const values: readonly string[] = filters[facet];
        // What nothing here asks for need not be left out.
        const narrows = (count: number): boolean => count > 0 && (facet !== 'leaveOut' || count < kept);
        const offered = choices.filter(({ value }) => narrows(facets[facet][value] ?? 0) || values.includes(value));
        // One value that all results share narrows nothing.
        if (offered.length < (facet === 'leaveOut' ? 1 : 2) && values.length === 0) return null;
        return (
          <fieldset key={facet} className="facet">
            <legend>{t.t(`explore.facet.${facet}`)}</legend>
            {facet === 'leaveOut' || facet === 'near' || facet === 'delivery' || facet === 'recognized' ? <p className="facet-note">{t.t(`explore.facet.${facet}.note`)}</p> : null}
            {offered.map((choice) => (
              <Checkbox key={choice.value} className="facet-value" isSelected={values.includes(choice.value)} onChange={() => toggleFilter(choice.facet, choice.value)}>
                <span>{choice.label}</span>
                <span className="facet-count">{t.count(facets[facet][choice.value] ?? 0)}</span>
              </Checkbox>
            ))}
          </fieldset>
        );
      })}
      <SchoolFacets filters={schoolFilters} facets={schoolFacets} />
      <FacetHelp isNation={!places} hasList={Object.keys(facets.recognized).some((value) => value !== 'unknown')} />
      {chosen ? <Button look="quiet" size="small" onPress={clearFilters}>{t.t('explore.filters.clear')}</Button> : null}
    </form>
  );
}
