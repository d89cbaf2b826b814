import { useState } from 'react';
import type { CredentialPage } from '../../../shared/contract/reference.ts';
import { Button } from '../../components/Button.tsx';
import { Link } from '../../components/Link.tsx';
import { Panel } from '../../components/Panel.tsx';
import { VerdictMark } from '../../components/VerdictMark.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { JudgedHow } from './JudgedHow.tsx';
import { ReasonSentence } from './ReasonSentence.tsx';
import type { Ground } from './reason-figures.ts';

interface VerdictPanelProps {
  readonly page: CredentialPage;
  readonly ground: Ground;
}

/** Openings have a panel of their own and a word among the criteria; only where they fail do they belong to the answer. */
const LEFT_TO_OPENINGS = new Set(['job.openings', 'job.openings-nation-only', 'job.openings-unknown']);

/** The answer of the page: a word, then what is true of the job and what this credential does toward it. Never merged. */
export function VerdictPanel({ page, ground }: VerdictPanelProps) {
  const t = useT();
  const [showHow, setShowHow] = useState(false);
  const { verdict } = page;
  const weak = verdict.verdict === 'limited' || verdict.verdict === 'unknown';
  const job = verdict.job.filter((each) => !LEFT_TO_OPENINGS.has(each.code));
  return (
    <Panel className="verdict-panel">
      <div className="verdict-head">
        <h2 className={`verdict-title verdict-${verdict.verdict}`}>
          <VerdictMark verdict={verdict.verdict} size={21} />
          {t.t('credential.verdict.here', { verdict: verdict.label ? t.name(verdict.label) : t.t(`verdict.${verdict.verdict}`) })}
        </h2>
        <Button look="quiet" size="small" isExpanded={showHow} onPress={() => setShowHow(!showHow)}>{t.t(showHow ? 'judged.close' : 'judged.open')}</Button>
      </div>
      {verdict.closeCall ? <p className="small quiet verdict-near">{t.t('credential.verdict.closeCall')}</p> : null}
      <dl className="two-lines">
        <dt>{t.t('credential.theJob')}</dt>
        <dd>{job.map((each, index) => <span key={index}><ReasonSentence reason={each} ground={ground} audience="family" /> </span>)}</dd>
        <dt>{t.t(`credential.this.${page.row.kind}`)}</dt>
        <dd>{verdict.part.map((each, index) => <span key={index}><ReasonSentence reason={each} ground={ground} audience="family" /> </span>)}</dd>
      </dl>
      {weak ? (
        <div className="verdict-weak">
          {verdict.verdict === 'limited' ? <p>{t.t('credential.warning')}</p> : null}
          {verdict.better ? <BetterChoice id={verdict.better.credentialId} name={t.name(verdict.better.name)} /> : null}
          {verdict.stillRight.length > 0 ? <p><strong>{t.t('credential.stillRight')}:</strong> {verdict.stillRight.map((each) => t.reason(each)).join(' ')}</p> : null}
        </div>
      ) : null}
      <div className="criteria">
        {verdict.criteria.map((each) => (
          <span key={each.id} className={each.state === 'unknown' ? 'criterion quiet' : 'criterion'}>
            <strong>{t.t(`criterion.${each.id}`)}</strong> {t.t(each.reason.code === 'part.results-not-collected' ? 'criterion.notCollected' : `criterion.state.${each.state}`)}
          </span>
        ))}
      </div>
      {showHow ? <JudgedHow page={page} ground={ground} /> : null}
    </Panel>
  );
}

/** A sentence whose name leads to the better choice. */
function BetterChoice({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useT();
  const [before = '', after = ''] = t.t('credential.better', { name: '\u0000' }).split('\u0000');
  return <p>{before}<Link onPress={() => go({ page: 'credential', id })}>{name}</Link>{after}</p>;
}
