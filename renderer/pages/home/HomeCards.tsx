import { useEffect, useId } from 'react';
import type { ReactNode } from 'react';
import { FIELDS } from '../../../shared/domain/facts.ts';
import { Button } from '../../components/Button.tsx';
import { Link } from '../../components/Link.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectVault, useApp } from '../../stores/app.ts';
import { useCompare } from '../../stores/compare.ts';
import { loadHome, useHome } from '../../stores/home.ts';
import { go } from '../../stores/navigation.ts';
import { valueOf } from '../../stores/request.ts';
import { openWays } from '../../stores/routes.ts';
import { browseAll, browseField } from '../../stores/search.ts';
import { openVault } from '../../stores/vault.ts';
import { DueList } from './DueList.tsx';

interface CardProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}
function Card({ title, text, children }: CardProps) {
  const id = useId();
  return (
    <section className="panel home-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="quiet">{text}</p>
      {children}
    </section>
  );
}

/** A student sits here: to the record, or straight to paper without one. */
export function StudentCard() {
  const t = useT();
  const vault = useApp(selectVault);
  return (
    <Card title={t.t('home.student.title')} text={t.t('home.student.text')}>
      <div className="home-acts">
        {vault === 'unlocked'
          ? <Button look="primary" onPress={() => go({ page: 'students' })}>{t.t('home.student.open')}</Button>
          : <Button look="primary" onPress={() => { go({ page: 'students' }); if (vault === 'locked') openVault(); }}>{t.t(vault === 'locked' ? 'vault.unlock.title' : 'app.students.start')}</Button>}
        <Button look="quiet" onPress={() => go({ page: 'handouts' })}>{t.t('home.student.walkIn')}</Button>
      </div>
      {vault === 'unlocked' ? <DueList /> : null}
    </Card>
  );
}

/** Looking something up: everything, or the comparison one was at. */
export function LookCard() {
  const t = useT();
  const compared = useCompare((state) => state.ids.length);
  return (
    <Card title={t.t('home.look.title')} text={t.t('home.look.text')}>
      <div className="home-acts">
        <Button look="primary" onPress={() => { browseAll(); go({ page: 'explore' }); }}>{t.t('home.look.all')}</Button>
        <Button onPress={() => openWays({ kind: 'good-job' })}>{t.t('ways.open')}</Button>
        {compared > 0 ? <Button onPress={() => go({ page: 'compare' })}>{t.t('home.compare.open', { count: compared })}</Button> : null}
      </div>
    </Card>
  );
}

/** The area as a whole: for those who do not know yet what to look for. */
export function HereCard() {
  const t = useT();
  return (
    <Card title={t.t('home.area.title')} text={t.t('home.area.text')}>
      <div className="home-acts">
        <Button look="primary" onPress={() => go({ page: 'here' })}>{t.t('home.area.open')}</Button>
        <Button look="quiet" onPress={() => go({ page: 'warnings' })}>{t.t('warnings.open')}</Button>
      </div>
    </Card>
  );
}

/** Paper about one credential. */
export function HandoutCard() {
  const t = useT();
  return (
    <Card title={t.t('home.handout.title')} text={t.t('home.handout.text')}>
      <div className="home-acts"><Button look="primary" onPress={() => go({ page: 'handouts' })}>{t.t('home.handout.open')}</Button></div>
    </Card>
  );
}

/** Fields of work that have a credential, the fullest first. */
export function FieldList() {
  const t = useT();
  const facets = useHome((state) => valueOf(state.all)?.facets.field ?? null);
  useEffect(loadHome, []);
  const fields = facets === null ? [] : FIELDS.map((field) => ({ field, count: facets[field] ?? 0 })).filter((each) => each.count > 0).sort((a, b) => b.count - a.count);
  if (fields.length === 0) return null;
  return (
    <nav aria-label={t.t('home.look.field')} className="home-fields">
      <h2>{t.t('home.look.field')}</h2>
      <ul className="home-field-list">
        {fields.map(({ field, count }) => (
          <li key={field}><Link look="plain" className="home-field" onPress={() => { browseField(field); go({ page: 'explore' }); }}>{t.t(`field.${field}`)}<span className="home-field-count">{t.count(count)}</span></Link></li>
        ))}
      </ul>
    </nav>
  );
}
