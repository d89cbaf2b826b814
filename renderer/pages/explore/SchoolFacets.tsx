import { SCHOOL_CONTROLS, SCHOOL_LEVELS, SCHOOL_PLACES } from '../../../shared/domain/bands.ts';
import type { Translator } from '../../../shared/i18n/translator.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { useT } from '../../components/translator-context.tsx';
import { toggleSchoolFilter } from '../../stores/search.ts';
import type { Found, SchoolFacet, SchoolFilters } from '../../stores/search.ts';

interface SchoolFacetsProps {
  readonly filters: SchoolFilters;
  readonly facets: Found['schoolFacets'];
}

type Choice = { readonly [F in SchoolFacet]: { readonly facet: F; readonly value: SchoolFilters[F][number]; readonly label: string } }[SchoolFacet];

function choicesOf(t: Translator): readonly { readonly facet: SchoolFacet; readonly choices: readonly Choice[] }[] {
  return [
    { facet: 'place', choices: SCHOOL_PLACES.map((value) => ({ facet: 'place', value, label: t.t(`explore.school.place.${value}`) })) },
    { facet: 'control', choices: SCHOOL_CONTROLS.map((value) => ({ facet: 'control', value, label: t.t(`school.control.${value}`) })) },
    { facet: 'level', choices: SCHOOL_LEVELS.map((value) => ({ facet: 'level', value, label: t.t(`school.kind.${value}`) })) },
  ];
}

/** What narrows the schools that a text found; nothing where it found none. */
export function SchoolFacets({ filters, facets }: SchoolFacetsProps) {
  const t = useT();
  return choicesOf(t).map(({ facet, choices }) => {
    const values: readonly string[] = filters[facet];
    const offered = choices.filter(({ value }) => (facets[facet][value] ?? 0) > 0 || values.includes(value));
    if (offered.length < 2 && values.length === 0) return null;
    return (
      <fieldset key={facet} className="facet">
        <legend>{t.t(`explore.facet.school.${facet}`)}</legend>
        {offered.map((choice) => (
          <Checkbox key={choice.value} className="facet-value" isSelected={values.includes(choice.value)} onChange={() => toggleSchoolFilter(choice.facet, choice.value)}>
            <span>{choice.label}</span>
            <span className="facet-count">{t.count(facets[facet][choice.value] ?? 0)}</span>
          </Checkbox>
        ))}
      </fieldset>
    );
  });
}
