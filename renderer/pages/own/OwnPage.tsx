import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { ErrorState, FirstUse } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectToday, useApp } from '../../stores/app.ts';
import { go } from '../../stores/navigation.ts';
import type { OwnStart } from '../../stores/navigation.ts';
import { loadOwn, putOwn, useOwn } from '../../stores/own.ts';
import { newDraft } from './draft.ts';
import { OwnForm } from './OwnForm.tsx';
import { OwnList } from './OwnList.tsx';
import { OwnUndo } from './OwnUndo.tsx';
import { SharePanel } from './SharePanel.tsx';
import '../student/student.css';
import './own.css';

/** What the school knows itself: its programs and phone numbers, on this machine and in a file for colleagues. */
export function OwnPage({ add }: { readonly add: OwnStart | null }) {
  const t = useT();
  const today = useApp(selectToday);
  const { found, failure } = useOwn();
  const [adding, setAdding] = useState<OwnStart['kind'] | null>(add?.kind ?? null);
  useEffect(loadOwn, []);
  const start = (kind: OwnStart['kind']) => (): void => setAdding(kind);
  const crumbs = add
    ? [{ label: t.name(add.name), onPress: () => go({ page: 'credential', id: add.credentialId }) }]
    : [{ label: t.t('nav.data'), onPress: () => go({ page: 'data' }) }];
  const buttons = (
    <>
      <Button onPress={start('contact')}>{t.t('own.add.contact')}</Button>
      <Button look="primary" onPress={start('program')}>{t.t('own.add.program')}</Button>
    </>
  );
  return (
    <article className="own">
      <PageHeader title={t.t('own.title')} crumbs={crumbs} subtitle={t.t('own.subtitle')} actions={adding === null ? buttons : null} />
      <div className="stack">
        <OwnUndo />
        {failure ? <ErrorState failure={failure} size="line" /> : null}
        {adding === null ? null : (
          <Panel title={t.t(`own.add.${adding}`)} note={t.t('own.noStudents')}>
            <OwnForm key={adding} label={t.t(`own.add.${adding}`)} start={newDraft(adding, today, add?.kind === adding ? add : null)} onSave={(draft) => putOwn(null, draft)} onClose={() => setAdding(null)} />
          </Panel>
        )}
        <RequestView request={found} onRetry={loadOwn} failedTitle={t.t('own.failed')}>
          {({ entries, problem }) => (
            <>
              {problem ? <p role="alert">{t.t('own.problem')}</p> : null}
              {entries.length === 0 && adding === null && !problem ? <FirstUse title={t.t('own.first')} action={<Button look="primary" onPress={start('program')}>{t.t('own.add.program')}</Button>}>{t.t('own.first.text')}</FirstUse> : null}
              <div className="stack">
                <OwnList title={t.t('own.programs')} rows={entries.filter(({ entry }) => entry.kind === 'program')} />
                <OwnList title={t.t('own.contacts')} rows={entries.filter(({ entry }) => entry.kind === 'contact')} />
                <SharePanel count={entries.length} />
              </div>
            </>
          )}
        </RequestView>
      </div>
    </article>
  );
}
