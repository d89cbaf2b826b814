import type { OutputOf } from '../../../shared/contract/index.ts';
import { useT } from '../../components/translator-context.tsx';
import { changeWords } from '../../../shared/print/touched-list.ts';
import './touched.css';

type Found = Pick<OutputOf<'plans.getChanges'>, 'changes' | 'notRecorded'>;

/** What an edition says differently of one plan, each with what to do about it. */
export function ChangeList({ found: { changes, notRecorded } }: { readonly found: Found }) {
  const t = useT();
  return (
    <ul className="touched-changes">
      {changes.length === 0 && !notRecorded ? <li>{t.t('plan.figures.same')}</li> : null}
      {changes.map((change, index) => (
        <li key={index} data-urgency={change.urgency}>
          <span>{changeWords(change, t)}</span>
          <span className="touched-todo">{t.reason(change.todo, 'staff')}</span>
        </li>
      ))}
      {notRecorded ? <li><span className="quiet">{t.t('touched.notRecorded')}</span></li> : null}
    </ul>
  );
}
