import { useEffect, useRef } from 'react';
import { useT } from '../components/translator-context.tsx';
import { useAnnouncement } from '../stores/announce.ts';
import { useNavigation } from '../stores/navigation.ts';
import { EvidencePanel } from './EvidencePanel.tsx';
import { FrameDialogs } from './FrameDialogs.tsx';
import { Notices } from './Notices.tsx';
import { Overlays } from './Overlays.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { fetchLatePages } from './late-page.tsx';
import { pageOf, routeKey } from './page-of.tsx';
import { useKeys } from './use-keys.ts';
import { usePageChange } from './use-page-change.ts';

/** Top bar, rail, the page, and the evidence beside it. */
export function Frame() {
  const t = useT();
  const route = useNavigation((state) => state.route);
  const search = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  useEffect(fetchLatePages, []);
  useKeys(search);
  usePageChange(route, main, search);
  const key = routeKey(route);
  return (
    <div className="app">
      <a className="app-skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{t.t('app.skip')}</a>
      <TopBar searchRef={search} />
      <Rail />
      <main id="main" ref={main} tabIndex={-1} className={`app-main page-${route.page}`}>
        <Notices />
        <PageBoundary key={key}>{pageOf(route)}</PageBoundary>
      </main>
      <EvidencePanel />
      <FrameDialogs />
      <Overlays />
      <LiveRegion />
    </div>
  );
}

function LiveRegion() {
  const { text, at } = useAnnouncement();
  // A new node for each, so that the same words are read again.
  return <div className="only-heard" role="status" aria-live="polite"><span key={at}>{text}</span></div>;
}
