import type { CredentialPage } from '../../../shared/contract/reference.ts';
import { Link } from '../../components/Link.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Trail } from '../../components/Trail.tsx';
import type { TrailStep } from '../../components/Trail.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { TimeFigure } from './FactFigures.tsx';

/** What comes before, where one stands, and where it leads: each step with its time and what it counts for. */
export function TrailPanel({ page }: { readonly page: CredentialPage }) {
  const t = useT();
  const steps = page.trail.map(({ row, place, skippable, edge, terms }): TrailStep => {
    const name = t.name(row.shortName);
    const here = place === 'here';
    const counts = here ? t.t('credential.trail.here') : skippable && place === 'before' ? t.t('credential.trail.skip') : edge ? t.t(place === 'after' ? `edge.after.${edge}` : `edge.${edge}`) : '';
    return {
      key: row.id,
      title: here ? name : <Link look="plain" onPress={() => go({ page: 'credential', id: row.id })}>{name}</Link>,
      state: here ? 'here' : place === 'before' ? (skippable ? 'skip' : 'way') : 'later',
      note: (
        <>
          {row.time ? <TimeFigure time={row.time} name={name} /> : t.t('explore.time.unknown')}{counts === '' ? '' : ` · ${counts}`}
          {terms && !here ? <span className="trail-terms">{t.name(terms)}</span> : null}
        </>
      ),
    };
  });
  return (
    <Panel title={t.t('credential.trail')}>
      <Trail steps={steps} label={t.t('credential.trail')} />
      {steps.length < 2 ? <p className="small quiet trail-alone">{t.t('credential.trail.none')}</p> : null}
    </Panel>
  );
}
