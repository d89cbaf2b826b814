import type { ReactNode } from 'react';
import { CredentialPage } from '../pages/credential/CredentialPage.tsx';
import { ExplorePage } from '../pages/explore/ExplorePage.tsx';
import { HomePage } from '../pages/home/HomePage.tsx';
import type { Route } from '../stores/navigation.ts';
import { latePage } from './late-page.tsx';

// The first picture needs Home; looking up comes next. All else is fetched while nobody waits.
const ChangesPage = latePage(async () => (await import('../pages/changes/ChangesPage.tsx')).ChangesPage);
const ComparePage = latePage(async () => (await import('../pages/compare/ComparePage.tsx')).ComparePage);
const DataPage = latePage(async () => (await import('../pages/data/DataPage.tsx')).DataPage);
const HandoutsPage = latePage(async () => (await import('../pages/handouts/HandoutsPage.tsx')).HandoutsPage);
const HerePage = latePage(async () => (await import('../pages/here/HerePage.tsx')).HerePage);
const OccupationPage = latePage(async () => (await import('../pages/occupation/OccupationPage.tsx')).OccupationPage);
const OwnPage = latePage(async () => (await import('../pages/own/OwnPage.tsx')).OwnPage);
const PlanPage = latePage(async () => (await import('../pages/plan/PlanPage.tsx')).PlanPage);
const PrintPage = latePage(async () => (await import('../pages/print/PrintPage.tsx')).PrintPage);
const SchoolPage = latePage(async () => (await import('../pages/school/SchoolPage.tsx')).SchoolPage);
const SettingsPage = latePage(async () => (await import('../pages/settings/SettingsPage.tsx')).SettingsPage);
const StudentPage = latePage(async () => (await import('../pages/student/StudentPage.tsx')).StudentPage);
const StudentsPage = latePage(async () => (await import('../pages/students/StudentsPage.tsx')).StudentsPage);
const TouchedPage = latePage(async () => (await import('../pages/touched/TouchedPage.tsx')).TouchedPage);
const WarningsPage = latePage(async () => (await import('../pages/warnings/WarningsPage.tsx')).WarningsPage);
const WaysPage = latePage(async () => (await import('../pages/ways/WaysPage.tsx')).WaysPage);

/** The page of a route. Pages take what the route names as props: `id`, `soc`, `what`. */
export function pageOf(route: Route): ReactNode {
  switch (route.page) {
    case 'home': return <HomePage />;
    case 'explore': return <ExplorePage />;
    case 'here': return <HerePage />;
    case 'warnings': return <WarningsPage />;
    case 'credential': return <CredentialPage id={route.id} />;
    case 'compare': return <ComparePage />;
    case 'occupation': return <OccupationPage soc={route.soc} />;
    case 'school': return <SchoolPage id={route.id} />;
    case 'ways': return <WaysPage />;
    case 'students': return <StudentsPage />;
    case 'student': return <StudentPage id={route.id} />;
    case 'plan': return <PlanPage id={route.id} />;
    case 'handouts': return <HandoutsPage />;
    case 'print': return <PrintPage what={route.what} />;
    case 'own': return <OwnPage add={route.add ?? null} />;
    case 'data': return <DataPage />;
    case 'changes': return <ChangesPage />;
    case 'touched': return <TouchedPage />;
    case 'settings': return <SettingsPage />;
  }
}

/** Tells one page from another: a page of something else starts fresh. */
export function routeKey(route: Route): string {
  return JSON.stringify(route);
}
