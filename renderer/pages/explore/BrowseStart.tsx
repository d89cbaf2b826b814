import { FIELDS } from '../../../shared/domain/facts.ts';
import { Link } from '../../components/Link.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { browseField } from '../../stores/search.ts';
import type { Found } from '../../stores/search.ts';
import { useRecents } from '../../stores/recents.ts';

interface BrowseStartProps {
  readonly facets: Found['facets'];
}

/** Where one starts with nothing typed: fields of work, the fullest first, and what one looked at last. */
export function BrowseStart({ facets }: BrowseStartProps) {
  const t = useT();
  const recents = useRecents((state) => state.list);
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
      {recents.length === 0 ? null : (
        <p className="browse-more small">
          <span className="quiet">{t.t('palette.recent')}:</span>{' '}
          {recents.slice(0, 5).map(({ kind, id, name }, index) => (
            <span key={`${kind} ${id}`}>{index > 0 ? ' · ' : ''}<Link onPress={() => go(kind === 'credential' ? { page: 'credential', id } : kind === 'occupation' ? { page: 'occupation', soc: id } : { page: 'school', id })}>{t.name(name)}</Link></span>
          ))}
        </p>
      )}
      <p className="browse-more small"><Link onPress={() => go({ page: 'warnings' })}>{t.t('warnings.open')}</Link></p>
    </nav>
  );
}
