import { useEffect, useState } from 'react';
import type { ChangeGroup, ChangeLine, EditionChanges } from '../../../shared/contract/changes.ts';
import { FIELDS } from '../../../shared/domain/facts.ts';
import { Button } from '../../components/Button.tsx';
import { areaName } from '../../components/group-areas.ts';
import { Link } from '../../components/Link.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Panel } from '../../components/Panel.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { EmptyState, LoadingState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectAreaId, useApp } from '../../stores/app.ts';
import { loadEditionChanges, noteChangesSeen, useEditionChanges } from '../../stores/edition-changes.ts';
import { go } from '../../stores/navigation.ts';
import { valueOf } from '../../stores/request.ts';
import './changes.css';

/** As many of a group as one reads at a glance. */
const FIRST = 12;

function Line({ line, isJob }: { readonly line: ChangeLine; readonly isJob: boolean }) {
  const t = useT();
  const open = (): void => go(isJob ? { page: 'occupation', soc: line.id } : { page: 'credential', id: line.id });
  return (
    <li className="change-row">
      <Link look="plain" className="change-name" onPress={open}>{t.name(line.name)}</Link>
      <span>{t.reason(line.reason, 'staff')}</span>
    </li>
  );
}

/** One group of changes under its fields of work; a long one opens whole. */
function Group({ group: { kind, lines, more } }: { readonly group: ChangeGroup }) {
  const t = useT();
  const [isWhole, setWhole] = useState(lines.length <= FIRST);
  const isJob = kind === 'pay';
  const sorted = isJob ? lines : [...FIELDS.map((field) => lines.filter((line) => line.field === field)), lines.filter((line) => line.field === null)].flat();
  const shown = isWhole ? sorted : sorted.slice(0, FIRST);
  const fields = [...FIELDS, null].filter((field) => shown.some((line) => line.field === field));
  return (
    <Panel title={t.t(`changes.kind.${kind}`)} note={t.count(lines.length + more)} isFlush>
      {fields.map((field) => (
        <section key={field ?? ''}>
          {isJob ? null : <h3 className="change-field">{field === null ? t.t('changes.otherFields') : t.t(`field.${field}`)}</h3>}
          <ul className="change-list">{shown.filter((line) => line.field === field).map((line, index) => <Line key={`${line.id} ${index}`} line={line} isJob={isJob} />)}</ul>
        </section>
      ))}
      {isWhole && more === 0 ? null : (
        <div className="change-foot">
          {isWhole ? null : <Button size="small" onPress={() => setWhole(true)}>{t.t('changes.all', { count: lines.length })}</Button>}
          {more === 0 ? null : <p className="quiet small">{t.t('changes.more', { count: more })}</p>}
        </div>
      )}
    </Panel>
  );
}

function Found({ changes }: { readonly changes: EditionChanges | null }) {
  const t = useT();
  useEffect(noteChangesSeen, [changes]);
  if (changes === null) return <Panel><EmptyState title={t.t('changes.nothing.title')}>{t.t('changes.nothing.text')}</EmptyState></Panel>;
  if (changes.groups.length === 0) return <Panel><EmptyState title={t.t('changes.none.title')}>{t.t('changes.none.text')}</EmptyState></Panel>;
  return <>{changes.groups.map((group) => <Group key={group.kind} group={group} />)}</>;
}

/** What another edition says differently for the area one is in: credentials, lists, prices and pay, by field of work. */
export function ChangesPage() {
  const t = useT();
  const found = useEditionChanges((state) => state.found);
  const areaId = useApp(selectAreaId);
  const area = useApp((state) => valueOf(state.areas)?.areas.find((each) => each.id === areaId) ?? null);
  const changes = valueOf(found)?.changes ?? null;
  useEffect(() => { void loadEditionChanges(); }, []);
  return (
    <div className="changes">
      <PageHeader
        title={t.t('nav.changes')} crumbs={[{ label: t.t('nav.data'), onPress: () => go({ page: 'data' }) }]}
        subtitle={changes === null ? undefined : t.t('changes.lead', { now: changes.now.edition, before: changes.before.edition, area: area ? areaName(area, t) : '' })}
        actions={<Button onPress={() => go({ page: 'touched' })}>{t.t('touched.open')}</Button>}
      />
      <div className="stack">
        {found.status === 'loading' && found.last === null ? <LoadingState label={t.t('changes.working')} />
          : <RequestView request={found} failedTitle={t.t('changes.failed')} onRetry={() => void loadEditionChanges()}>{(value) => <Found changes={value.changes} />}</RequestView>}
      </div>
    </div>
  );
}
