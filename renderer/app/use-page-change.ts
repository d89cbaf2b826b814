import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useT } from '../components/translator-context.tsx';
import { closeEvidence } from '../stores/evidence.ts';
import { useNavigation } from '../stores/navigation.ts';
import type { Route } from '../stores/navigation.ts';

/** How far each page of the way was scrolled, by its place in the way. */
const scrolled = new Map<number, number>();

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
    if (isFirst.current) { isFirst.current = false; return; }
    closeEvidence();
    window.scrollTo(0, scrolled.get(at) ?? 0);
    if (document.activeElement === search.current) return;
    (main.current?.querySelector<HTMLElement>('h1[tabindex]') ?? main.current)?.focus({ preventScroll: true });
  }, [route, at, main, search]);
}
