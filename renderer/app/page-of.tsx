import type { ReactNode } from 'react';
import { EmptyState } from '../components/States.tsx';
import type { Route } from '../stores/navigation.ts';

/** The page of a route. Pages take what the route names as props: `id`, `soc`, `what`. */
export function pageOf(route: Route): ReactNode {
  switch (route.page) {
    default: return <EmptyState title={route.page} />;
  }
}

/** Tells one page from another: a page of something else starts fresh. */
export function routeKey(route: Route): string {
  return JSON.stringify(route);
}
