import { Link } from '../../components/Link.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import type { RoutesFound } from '../../stores/routes.ts';

interface MissingListProps {
  readonly missing: RoutesFound['missing'];
  readonly title: string;
  /** Null for a credential of which nothing is known yet: it is left out. */
  readonly nameOf: (credentialId: string) => string | null;
  /** True where all of them are linked to the job: what does not open it is asked for beside something that does. */
  readonly isLinked?: boolean;
}

/** Credentials asked about that are on no way, each with the reason. */
export function MissingList({ missing, title, nameOf, isLinked = false }: MissingListProps) {
  const t = useT();
  if (missing.length === 0) return null;
  return (
    <>
      <h3 className="inner-title">{title}</h3>
      <ul className="lookup-list small">
        {missing.map(({ credentialId, reason }) => {
          const name = nameOf(credentialId);
          const why = isLinked && reason.code === 'missing.opens-other-work' ? t.t('routes.missing.alone') : t.reason(reason, 'staff');
          return name === null ? null : <li key={credentialId}><Link look="plain" className="route-missing" onPress={() => go({ page: 'credential', id: credentialId })}>{name}</Link> · {why}</li>;
        })}
      </ul>
    </>
  );
}
