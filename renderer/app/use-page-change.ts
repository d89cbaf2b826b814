import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useT } from '../components/translator-context.tsx';
import { closeEvidence } from '../stores/evidence.ts';
import { useNavigation } from '../stores/navigation.ts';
import type { Route } from '../stores/navigation.ts';

/** How far each page of the way was scrolled, by its place in the way. */
const scrolled = new Map<number, number>();

/** Puts the focus on the page's heading; where the page is still on its way, as soon as the heading is there. */
function focusHeading(main: HTMLElement | null): (() => void) | undefined {
  const find = (): HTMLElement | null => main?.querySelector<HTMLElement>('h1[tabindex]') ?? null;
  const heading = find();
  (heading ?? main)?.focus({ preventScroll: true });
  if (heading || !main) return undefined;
  const observer = new MutationObserver(() => {
    const late = find();
    if (!late) return;
    observer.disconnect();
    if (document.activeElement === main) late.focus({ preventScroll: true });
  });
  observer.observe(main, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/**
 * After a change of page: its name in the window's title, the focus on its heading, and the place
 * one had read to when one comes back. Who types in the search field goes on typing.
 */
export function usePageChange(route: Route, main: RefObject<HTMLElement | null>, search: RefObject<HTMLInputElement | null>): void {
  const t = useT();
  const at = useNavigation((state) => state.at);
  const isFirst = useRef(true);
  useEffect(() => { window.history.scrollRestoration = 'manual'; }, []);
  useEffect(() => {
    const onScroll = (): void => { scrolled.set(at, window.scrollY); };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => window.removeEventListener('scroll', onScroll);
  }, [at]);
  // The title names the page only: a student's name does not belong there.
  useEffect(() => { document.title = t.t('app.page', { page: t.t(`nav.${route.page}`) }); }, [route.page, t]);
  useEffect(() => {
    if (isFirst.current) { isFirst.current = false; return undefined; }
    closeEvidence();
    window.scrollTo(0, scrolled.get(at) ?? 0);
    // Typing goes to Explore by itself: who types goes on typing.
    if (route.page === 'explore' && document.activeElement === search.current) return undefined;
    return focusHeading(main.current);
  }, [route, at, main, search]);
}
