import { Link } from '../../components/Link.tsx';
import { Panel } from '../../components/Panel.tsx';
import { VerdictTag } from '../../components/VerdictTag.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import type { OccupationPage } from '../../stores/occupation.ts';
import { TimeFigure, TotalFigure } from '../credential/FactFigures.tsx';
import { byRelation } from './by-relation.ts';

/** Credentials linked to the job, those that open it first, each with what kind of link it is. */
export function OpenedBy({ page }: { readonly page: OccupationPage }) {
  const t = useT();
  const rows = byRelation(page.credentials);
  if (rows.length === 0) return <Panel title={t.t('occupation.credentials')}><p>{t.t('occupation.credentials.none')}</p></Panel>;
  return (
    <Panel title={t.t('occupation.credentials')}>
      <div className="wide-table" tabIndex={0} role="group" aria-label={t.t('occupation.credentials')}>
        <table className="opened-by">
          <thead>
            <tr>
              <th scope="col">{t.t('explore.column.credential')}</th><th scope="col">{t.t('occupation.relation')}</th>
              <th scope="col">{t.t('explore.column.time')}</th><th scope="col" className="is-number">{t.t('explore.column.cost')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, relation }) => (
              <tr key={row.id}>
                <th scope="row"><Link look="plain" className="opened-name" onPress={() => go({ page: 'credential', id: row.id })}>{t.name(row.name)}</Link><VerdictTag verdict={row.verdict} closeCall={row.closeCall} /></th>
                <td>{t.t(`relation.${relation}`)}</td>
                <td>{row.time ? <TimeFigure time={row.time} name={t.name(row.shortName)} /> : t.t('explore.time.unknown')}</td>
                <td className="is-number"><TotalFigure total={row.cost} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {page.credentialsTotal > rows.length ? <p className="small quiet opened-more">{t.t('occupation.credentials.more', { shown: rows.length, total: page.credentialsTotal })}</p> : null}
    </Panel>
  );
}
