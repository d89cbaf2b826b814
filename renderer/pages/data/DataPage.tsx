import { useEffect } from 'react';
import { Button } from '../../components/Button.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { useT } from '../../components/translator-context.tsx';
import { retryStart, useApp } from '../../stores/app.ts';
import { loadSources, loadStorage, useData } from '../../stores/data.ts';
import { ChangesLine } from '../changes/ChangesLine.tsx';
import { go } from '../../stores/navigation.ts';
import { EditionPanel } from './EditionPanel.tsx';
import { NoticesPanel } from './NoticesPanel.tsx';
import { PacksPanel } from './PacksPanel.tsx';
import { SourcesPanel } from './SourcesPanel.tsx';
import { UpdatesPanel } from './UpdatesPanel.tsx';
import { StoragePanel } from './StoragePanel.tsx';
import './data.css';

/** What Waymark knows, from whom, and what it keeps where on this machine. */
export function DataPage() {
  const t = useT();
  const edition = useApp((state) => state.edition);
  const { sources, storage } = useData();
  useEffect(() => { loadSources(); loadStorage(); }, []);
  return (
    <div className="data">
      <PageHeader title={t.t('data.title')} subtitle={t.t('data.subtitle')} actions={<Button onPress={() => go({ page: 'own' })}>{t.t('nav.own')}</Button>} />
      <ChangesLine />
      <div className="stack">
        <RequestView request={edition} onRetry={retryStart} failedTitle={t.t('data.edition.failed')}>{(value) => <EditionPanel edition={value} />}</RequestView>
        <UpdatesPanel />
        <PacksPanel />
        <RequestView request={storage} onRetry={loadStorage} failedTitle={t.t('data.storage.failed')}>{(value) => <StoragePanel storage={value} />}</RequestView>
        <RequestView request={sources} onRetry={loadSources} failedTitle={t.t('data.sources.failed')}>{({ sources: list }) => <SourcesPanel sources={list} />}</RequestView>
        <NoticesPanel />
      </div>
    </div>
  );
}
