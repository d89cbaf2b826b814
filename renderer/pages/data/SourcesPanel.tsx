import type { SourceRow } from '../../../shared/contract/reference.ts';
import { SourceLink } from '../../app/SourceLink.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';

/** Every source a figure may come from, by publisher. */
export function SourcesPanel({ sources }: { readonly sources: readonly SourceRow[] }) {
  const t = useT();
  const sorted = [...sources].sort((a, b) => a.publisher.localeCompare(b.publisher, 'en') || a.title.localeCompare(b.title, 'en') || a.vintage.localeCompare(b.vintage, 'en'));
  return (
    <Panel title={t.t('data.sources.title', { count: sources.length })} note={t.t('data.sources.note')}>
      <div className="data-scroll" tabIndex={0} role="group" aria-label={t.t('data.sources.title', { count: sources.length })}>
        <table className="data-sources">
          <thead><tr><th scope="col">{t.t('data.sources.publisher')}</th><th scope="col">{t.t('data.sources.what')}</th><th scope="col">{t.t('data.sources.vintage')}</th><th scope="col">{t.t('data.sources.license')}</th></tr></thead>
          <tbody>
            {sorted.map((source) => (
              <tr key={source.id}>
                <td>{source.publisher}</td>
                <th scope="row"><SourceLink url={source.url} title={source.title} /></th>
                <td>{source.vintage}</td>
                <td className="quiet">{source.license}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
