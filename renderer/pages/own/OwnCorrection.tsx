import type { Localized } from '../../../shared/domain/facts.ts';
import { Icon } from '../../components/Icon.tsx';
import { Link } from '../../components/Link.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import type { OwnStart } from '../../stores/navigation.ts';
import { useOwnHere } from '../../stores/own-here.ts';
import { valueOf } from '../../stores/request.ts';
import './own.css';

/** The credential that a list of places is about. */
export interface OwnAbout {
  readonly credentialId: string;
  readonly name: Localized;
}

interface OwnCorrectionProps {
  readonly about: OwnAbout;
  readonly provider: string;
  readonly listed: NonNullable<OwnStart['listed']>;
}

/** At a place of the data: that the school itself knows it has ended, and the way to write down what one knows. */
export function OwnCorrection({ about, provider, listed }: OwnCorrectionProps) {
  const t = useT();
  const found = useOwnHere((state) => valueOf(state.found));
  const ended = found?.entries.some(({ entry }) => entry.kind === 'program' && !entry.runs && entry.listed?.in === listed.in && entry.listed.id === listed.id) === true;
  return (
    <span className="own-line small">
      {ended ? <span className="own-ended"><Icon name="warning" size={14} />{t.t('own.ended.listed')}</span> : null}
      <Link look="plain" label={t.t('own.correct.label', { name: provider })} onPress={() => go({ page: 'own', add: { kind: 'program', ...about, provider, listed } })}>{t.t('own.correct')}</Link>
    </span>
  );
}
