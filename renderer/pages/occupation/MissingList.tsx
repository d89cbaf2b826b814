import { Link } from '../../components/Link.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import type { OccupationPage } from '../../stores/occupation.ts';
import type { RoutesFound } from '../../stores/routes.ts';

interface MissingListProps {
  readonly missing: RoutesFound['missing'];
  readonly credentials: OccupationPage['credentials'];
}

/** Credentials of the list above that are on no way, each with the reason. */
export function MissingList({ missing, credentials }: MissingListProps) {
  const t = useT();
  if (missing.length === 0) return null;
  return (
    <>
      <h3 className="inner-title">{t.t('routes.missing')}</h3>
      <ul className="lookup-list small">
        {missing.map(({ credentialId, reason }) => {
          const row = credentials.find((each) => each.row.id === credentialId)?.row;
          // All of these are linked to the job: what does not open it is asked for beside something that does.
          const why = reason.code === 'missing.opens-other-work' ? t.t('routes.missing.alone') : t.reason(reason, 'staff');
          return row ? <li key={credentialId}><Link look="plain" className="route-missing" onPress={() => go({ page: 'credential', id: credentialId })}>{t.name(row.name)}</Link> · {why}</li> : null;
        })}
      </ul>
    </>
  );
}
