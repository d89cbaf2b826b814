import type { OutputOf } from '../../../shared/contract/index.ts';
import { Icon } from '../../components/Icon.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { sizeText } from './size-text.ts';

/** What is kept where on this machine, and whether students are in it: the page a school's IT person asks for. */
export function StoragePanel({ storage }: { readonly storage: OutputOf<'app.getStorage'> }) {
  const t = useT();
  return (
    <Panel title={t.t('data.storage.title')} note={t.t('data.storage.note')}>
      {storage.warnings.map((warning) => <p key={warning} className="data-warning"><Icon name="warning" />{t.t(`data.storage.${warning}`)}</p>)}
      <div className="data-scroll" tabIndex={0} role="group" aria-label={t.t('data.storage.title')}>
        <table className="data-storage">
          <thead><tr><th scope="col">{t.t('data.storage.what')}</th><th scope="col">{t.t('data.storage.students')}</th><th scope="col">{t.t('data.storage.where')}</th><th scope="col" className="num">{t.t('data.storage.size')}</th></tr></thead>
          <tbody>
            {storage.places.map((place) => (
              <tr key={place.path}>
                <th scope="row">{t.t(`data.storage.what.${place.what}`)}</th>
                <td>{place.students ? <strong>{t.t('data.storage.students.yes')}</strong> : <span className="quiet">{t.t('data.storage.students.no')}</span>}</td>
                <td><code className="data-code">{place.path}</code></td>
                <td className="num">{place.exists ? sizeText(place.bytes, t) : <span className="quiet">{t.t('data.storage.none')}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
