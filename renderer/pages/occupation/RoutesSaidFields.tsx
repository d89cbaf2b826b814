import { BARRIERS } from '../../../shared/domain/routes/graph.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { keepCredentialRow, useCredentialRows } from '../../stores/credential-rows.ts';
import { isSaid, MOST_HELD } from '../../stores/routes-said.ts';
import type { RoutesSaid } from '../../stores/routes-said.ts';
import { say, sayNothing, useRoutes } from '../../stores/routes.ts';
import { AssumptionField } from '../compare/AssumptionField.tsx';
import { CredentialSearch } from '../student/CredentialSearch.tsx';

const MOST_CENTS = 100_000_000;

/** What is said of the person, in one row; the ways follow each key. What few need is below, folded away. */
export function RoutesSaidFields() {
  const t = useT();
  const said = useRoutes((state) => state.said);
  const noLimit = t.t('routes.noLimit');
  return (
    <div role="group" aria-label={t.t('routes.said')}>
      <div className="routes-said">
        <AssumptionField layout="stacked" label={t.t('routes.age')} value={said.age} unit="count" min={1} max={99} placeholder={t.t('routes.age.none')} onChange={(age) => say({ age })} />
        <SelectField
          label={t.t('routes.school')} value={said.school} onChange={(school) => say({ school })}
          options={[{ id: 'has', label: t.t('routes.school.has') }, { id: 'later', label: t.t('routes.school.later') }, { id: 'none', label: t.t('routes.school.none') }]}
        />
        {said.school === 'later' ? <AssumptionField layout="stacked" label={t.t('routes.schoolMonths')} value={said.schoolMonths} unit="count" min={0} max={240} onChange={(months) => { if (months !== null) say({ schoolMonths: months }); }} /> : null}
        <SelectField
          label={t.t('routes.study')} value={said.study} onChange={(study) => say({ study })}
          options={[{ id: 'full', label: t.t('routes.study.full') }, { id: 'half', label: t.t('routes.study.half') }, { id: 'quarter', label: t.t('routes.study.quarter') }]}
        />
        <AssumptionField layout="stacked" label={t.t('routes.mostMonths')} value={said.mostMonths} unit="count" min={0} max={600} placeholder={noLimit} onChange={(mostMonths) => say({ mostMonths })} />
        <AssumptionField layout="stacked" label={t.t('routes.mostDollars')} value={said.mostCents} unit="cents" min={0} max={MOST_CENTS} placeholder={noLimit} onChange={(mostCents) => say({ mostCents })} />
        {isSaid(said) ? <Button look="quiet" size="small" onPress={sayNothing}>{t.t('routes.reset')}</Button> : null}
      </div>
      <details className="ledger routes-more">
        <summary>{t.t('routes.more', { count: said.held.length + said.cannot.length })}</summary>
        <Held held={said.held} />
        <fieldset>
          <legend className="field-label">{t.t('routes.cannot')}</legend>
          <div className="routes-cannot">
            {BARRIERS.map((barrier) => (
              <Checkbox
                key={barrier} isSelected={said.cannot.includes(barrier)}
                onChange={(is) => say({ cannot: BARRIERS.filter((each) => (each === barrier ? is : said.cannot.includes(each))) })}
              >{t.t(`routes.cannot.${barrier}`)}</Checkbox>
            ))}
          </div>
        </fieldset>
      </details>
    </div>
  );
}

/** Credentials the person has: steps that need not be taken. */
function Held({ held }: Pick<RoutesSaid, 'held'>) {
  const t = useT();
  const rows = useCredentialRows((state) => state.rows);
  return (
    <div className="routes-held">
      <CredentialSearch label={t.t('routes.held')} without={held} isDisabled={held.length >= MOST_HELD} onPick={(row) => { keepCredentialRow(row); say({ held: [...held, row.id] }); }} />
      {held.length === 0 ? null : (
        <ul className="routes-held-list">
          {held.map((id) => {
            const row = rows[id];
            const name = row ? t.name(row.name) : id;
            return <li key={id}>{name} <Button look="quiet" size="small" label={t.t('routes.held.removeOf', { name })} onPress={() => say({ held: held.filter((each) => each !== id) })}>{t.t('routes.held.remove')}</Button></li>;
          })}
        </ul>
      )}
    </div>
  );
}
