/**
 * Where one is and how one got there. The address bar never changes: a route may name a
 * student, and nothing of a student belongs into an address. The browser's history holds
 * positions in a stack that lives in memory only.
 */
import { create } from 'zustand';
import type { Field, Localized } from '../../shared/domain/facts.ts';
import type { OverlayEntry, ProgramEntry } from '../../shared/domain/overlay/entry.ts';
import type { CompareAssumptions } from '../../shared/domain/results.ts';

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'explore' }
  | { readonly page: 'here' }
  | { readonly page: 'warnings' }
  | { readonly page: 'credential'; readonly id: string }
  | { readonly page: 'occupation'; readonly soc: string }
  | { readonly page: 'school'; readonly id: string }
  | { readonly page: 'ways' }
  | { readonly page: 'compare' }
  | { readonly page: 'students' }
  | { readonly page: 'student'; readonly id: string }
  | { readonly page: 'plan'; readonly id: string }
  | { readonly page: 'handouts' }
  | { readonly page: 'print'; readonly what: PrintTarget }
  | { readonly page: 'own'; readonly add?: OwnStart }
  | { readonly page: 'data' }
  | { readonly page: 'changes' }
  | { readonly page: 'touched' }
  | { readonly page: 'settings' };

/** What a fresh entry of the school's own is about. */
export interface OwnStart {
  readonly kind: OverlayEntry['kind'];
  readonly credentialId: string;
  readonly name: Localized;
  /** The row of the data that it is about. */
  readonly provider?: string;
  readonly listed?: NonNullable<ProgramEntry['listed']>;
}

/** What the print preview shows; language and size are chosen there. */
export type PrintTarget =
  | { readonly kind: 'family-plan'; readonly planId: string }
  | { readonly kind: 'walk-in-plan'; readonly credentialIds: readonly string[] }
  | { readonly kind: 'credential-sheet'; readonly credentialId: string }
  | { readonly kind: 'comparison-sheet'; readonly credentialIds: readonly string[]; readonly assumptions: CompareAssumptions }
  | { readonly kind: 'field-sheet'; readonly field: Field }
  | { readonly kind: 'jobs-sheet' }
  | { readonly kind: 'touched-list' };

interface Navigation {
  readonly route: Route;
  /** The place of the page in the way one went. */
  readonly at: number;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

const HOME: Route = { page: 'home' };
let stack: Route[] = [HOME];
let at = 0;

export const useNavigation = create<Navigation>(() => ({ route: HOME, at: 0, canGoBack: false, canGoForward: false }));

const show = (): void => useNavigation.setState({ route: stack[at] ?? HOME, at, canGoBack: at > 0, canGoForward: at < stack.length - 1 });
const same = (a: Route, b: Route): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Goes to a page; going where one is already does nothing. */
export function go(route: Route): void {
  if (same(stack[at] ?? HOME, route)) return;
  stack = [...stack.slice(0, at + 1), route];
  at = stack.length - 1;
  window.history.pushState({ at }, '');
  show();
}
export const goBack = (): void => { if (at > 0) window.history.back(); };
export const goForward = (): void => { if (at < stack.length - 1) window.history.forward(); };

/** Follows the browser's back and forward; call once. */
export function startNavigation(): () => void {
  const onPop = (event: PopStateEvent): void => {
    const state = event.state as { readonly at?: unknown } | null;
    at = Math.min(Math.max(0, typeof state?.at === 'number' ? state.at : 0), stack.length - 1);
    show();
  };
  window.addEventListener('popstate', onPop);
  return () => window.removeEventListener('popstate', onPop);
}

/** Paper that names students. */
export const NEEDS_VAULT: ReadonlySet<PrintTarget['kind']> = new Set(['family-plan', 'touched-list']);

/** After the vault is locked no page of a student can be gone back to. */
export function forgetStudentPages(): void {
  const isPrivate = (route: Route): boolean => route.page === 'student' || route.page === 'plan' || (route.page === 'print' && NEEDS_VAULT.has(route.what.kind));
  stack = stack.map((route) => (isPrivate(route) ? { page: 'students' } : route));
  show();
}
