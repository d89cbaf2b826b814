import { useEffect, useRef } from 'react';
import { areaName } from '../components/group-areas.ts';
import { IconButton } from '../components/IconButton.tsx';
import { ErrorState, LoadingState } from '../components/States.tsx';
import { useT } from '../components/translator-context.tsx';
import { useApp } from '../stores/app.ts';
import { closeEvidence, retryEvidence, useEvidence } from '../stores/evidence.ts';
import { valueOf } from '../stores/request.ts';
import { EvidenceFacts, OwnFacts } from './EvidenceFacts.tsx';
import './evidence.css';

/** Where a figure comes from, beside the page, which stays usable. Esc closes it and the focus returns to the figure. */
export function EvidencePanel() {
  const t = useT();
  const figure = useEvidence((state) => state.figure);
  const found = useEvidence((state) => state.found);
  const areaId = figure?.from.area ?? null;
  const area = useApp((state) => valueOf(state.areas)?.areas.find((each) => each.id === areaId) ?? null);
  const edition = useApp((state) => valueOf(state.edition));
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = useRef<Element | null>(null);
  useEffect(() => {
    if (!figure) {
      const back = asked.current;
      asked.current = null;
      if (back instanceof HTMLElement && back.isConnected && (document.activeElement === document.body || document.activeElement === null)) back.focus();
      return;
    }
    // Another figure asked from the page is where one returns to; one inside the panel is not.
    if (!document.activeElement?.closest('.evidence')) asked.current = document.activeElement;
    heading.current?.focus();
  }, [figure]);
  useEffect(() => {
    if (!figure) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      closeEvidence();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [figure]);
  if (!figure) return null;
  const value = valueOf(found);
  return (
    <aside className="evidence" aria-labelledby="evidence-title">
      <header className="evidence-head">
        <h2 id="evidence-title" ref={heading} tabIndex={-1}>{t.t('evidence.title')}</h2>
        <IconButton icon="close" label={t.t('evidence.close')} onPress={closeEvidence} />
      </header>
      <div className="evidence-body">
        <p className="evidence-what">{figure.what}</p>
        <p className="evidence-value">{figure.value}</p>
        {found.status === 'error' ? <ErrorState failure={found.failure} size="line" onRetry={retryEvidence} /> : null}
        {figure.own ? <OwnFacts own={figure.own} /> : value === null ? (found.status === 'error' ? null : <LoadingState />) : <EvidenceFacts figure={figure} found={value} areaName={area ? (area.kind === 'nation' ? areaName(area, t) : area.name) : areaId} edition={edition} />}
      </div>
    </aside>
  );
}
