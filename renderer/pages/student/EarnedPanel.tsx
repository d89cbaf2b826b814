import { useState } from 'react';
import { monthOf } from '../../../shared/kernel/plain-date.ts';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Link } from '../../components/Link.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectToday, useApp } from '../../stores/app.ts';
import { go } from '../../stores/navigation.ts';
import { putEarned, removeEarned } from '../../stores/student.ts';
import type { Earned } from '../../stores/student.ts';
import { EarnedForm } from './EarnedForm.tsx';

const NEW = { id: null, credentialId: null, name: '', earnedOn: null, expiresOn: null };

function EarnedTimes({ earned }: { readonly earned: Earned }) {
  const t = useT();
  const month = monthOf(useApp(selectToday));
  const { earnedOn, expiresOn } = earned;
  if (earnedOn === null && expiresOn === null) return null;
  const isExpired = expiresOn !== null && expiresOn < month;
  return (
    <span className="small quiet">
      {earnedOn === null ? null : t.t('student.earned.onText', { month: t.date(earnedOn) })}
      {earnedOn === null || expiresOn === null ? null : ' · '}
      {expiresOn === null ? null : <span className={isExpired ? 'late-words' : ''}>{t.t(isExpired ? 'student.earned.expired' : 'student.earned.expiresText', { month: t.date(expiresOn) })}</span>}
    </span>
  );
}

/** What the student has earned already. */
export function EarnedPanel({ studentId, earned }: { readonly studentId: string; readonly earned: readonly Earned[] }) {
  const t = useT();
  // The line that is being changed; 'new' adds one.
  const [editing, setEditing] = useState<string | null>(null);
  const close = (): void => setEditing(null);
  return (
    <Panel title={t.t('student.earned')} actions={editing === 'new' ? null : <Button size="small" className="add-button" onPress={() => setEditing('new')}>{t.t('student.earned.add')}</Button>}>
      {earned.length === 0 && editing === null ? <p className="quiet">{t.t('student.earned.none')}</p> : null}
      <ul className="plain-list">
        {earned.map((each) => (
          <li key={each.id}>
            {editing === each.id ? <EarnedForm start={each} onCancel={close} onSave={(next) => { close(); void putEarned(studentId, next); }} /> : (
              <>
                <span className="line-text">
                  <span className="serif" dir="auto">{each.credentialId === null ? each.name : <Link look="plain" onPress={() => { if (each.credentialId !== null) go({ page: 'credential', id: each.credentialId }); }}>{each.name}</Link>}</span>
                  <EarnedTimes earned={each} />
                </span>
                <span className="line-acts">
                  <IconButton icon="edit" className="line-edit" label={t.t('student.earned.edit', { name: each.name })} onPress={() => setEditing(each.id)} />
                  <IconButton icon="remove" label={t.t('student.earned.remove', { name: each.name })} onPress={() => void removeEarned(each.id)} />
                </span>
              </>
            )}
          </li>
        ))}
        {editing === 'new' ? <li><EarnedForm start={NEW} onCancel={close} onSave={(next) => { close(); void putEarned(studentId, next); }} /></li> : null}
      </ul>
    </Panel>
  );
}
