import { FIELDS } from '../../../shared/domain/facts.ts';
import { useT } from '../../components/translator-context.tsx';
import { browseField } from '../../stores/search.ts';
import type { Found } from '../../stores/search.ts';

interface BrowseStartProps {
  readonly facets: Found['facets'];
}

/** Where one starts with nothing typed: fields of work, the fullest first. */
export function BrowseStart({ facets }: BrowseStartProps) {
  const t = useT();
  const fields = FIELDS.map((field) => ({ field, count: facets.field[field] ?? 0 })).filter((each) => each.count > 0).sort((a, b) => b.count - a.count);
  return (
    <nav className="browse" aria-label={t.t('explore.start.byField')}>
      <ul className="browse-fields">
        {fields.map(({ field, count }) => (
          <li key={field}>
            <button type="button" className="browse-field" onClick={() => browseField(field)}>
              <span>{t.t(`field.${field}`)}</span><span className="facet-count">{t.count(count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
