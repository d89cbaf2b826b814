import type { ReactNode } from 'react';
import { ComparePage } from '../pages/compare/ComparePage.tsx';
import { CredentialPage } from '../pages/credential/CredentialPage.tsx';
import { DataPage } from '../pages/data/DataPage.tsx';
import { ExplorePage } from '../pages/explore/ExplorePage.tsx';
import { HandoutsPage } from '../pages/handouts/HandoutsPage.tsx';
import { HomePage } from '../pages/home/HomePage.tsx';
import { OccupationPage } from '../pages/occupation/OccupationPage.tsx';
import { PlanPage } from '../pages/plan/PlanPage.tsx';
import { PrintPage } from '../pages/print/PrintPage.tsx';
import { SettingsPage } from '../pages/settings/SettingsPage.tsx';
import { StudentPage } from '../pages/student/StudentPage.tsx';
import { StudentsPage } from '../pages/students/StudentsPage.tsx';
import type { Route } from '../stores/navigation.ts';

/** The page of a route. Pages take what the route names as props: `id`, `soc`, `what`. */
export function pageOf(route: Route): ReactNode {
  switch (route.page) {
    case 'home': return <HomePage />;
    case 'explore': return <ExplorePage />;
    case 'credential': return <CredentialPage id={route.id} />;
    case 'compare': return <ComparePage />;
    case 'occupation': return <OccupationPage soc={route.soc} />;
    case 'students': return <StudentsPage />;
    case 'student': return <StudentPage id={route.id} />;
    case 'plan': return <PlanPage id={route.id} />;
    case 'handouts': return <HandoutsPage />;
    case 'print': return <PrintPage what={route.what} />;
    case 'data': return <DataPage />;
    case 'settings': return <SettingsPage />;
  }
}

/** Tells one page from another: a page of something else starts fresh. */
export function routeKey(route: Route): string {
  return JSON.stringify(route);
}
