import type { OutputOf } from '../../../shared/contract/index.ts';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { useApp } from '../../stores/app.ts';
import { valueOf } from '../../stores/request.ts';

/** Tables whose size says something to a counselor, in the order of importance. */
const TOLD = ['credential', 'occupation', 'area', 'wage', 'outlook', 'evidence', 'source', 'rule'] as const;

/** The edition in force, in words first, then what is inside. */
export function EditionPanel({ edition }: { readonly edition: OutputOf<'reference.getEdition'> }) {
  const t = useT();
  const version = useApp((state) => valueOf(state.status)?.version ?? '');
  return (
    <Panel title={t.t('data.edition.title', { edition: edition.edition })}>
      <p className="data-answer">{t.t('data.edition.text', { month: t.date(edition.dataChecked.slice(0, 7)) })}</p>
      <dl className="data-counts">
        {TOLD.filter((table) => (edition.counts[table] ?? 0) > 0).map((table) => (
          <div key={table}><dt>{t.t(`data.count.${table}`)}</dt><dd>{t.count(edition.counts[table] ?? 0)}</dd></div>
        ))}
      </dl>
      <dl className="data-lines">
        <dt>{t.t('data.edition.name')}</dt><dd>{edition.name}</dd>
        <dt>{t.t('data.edition.digest')}</dt><dd><code className="data-code">{edition.digest}</code></dd>
        <dt>{t.t('data.edition.version')}</dt><dd>{version}</dd>
      </dl>
    </Panel>
  );
}
