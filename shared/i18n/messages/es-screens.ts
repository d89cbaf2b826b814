import { esApp } from './screens/es-app.ts';
import { esChanges } from './screens/es-changes.ts';
import { esCompare } from './screens/es-compare.ts';
import { esCredential } from './screens/es-credential.ts';
import { esData } from './screens/es-data.ts';
import { esExplore } from './screens/es-explore.ts';
import { esHere } from './screens/es-here.ts';
import { esPacks } from './screens/es-packs.ts';
import { esPayers } from './screens/es-payers.ts';
import { esPlan } from './screens/es-plan.ts';
import { esPrintPreview } from './screens/es-print-preview.ts';
import { esRoutes } from './screens/es-routes.ts';
import { esSchools } from './screens/es-schools.ts';
import { esStanding } from './screens/es-standing.ts';
import { esStudents } from './screens/es-students.ts';
import { esTraining } from './screens/es-training.ts';
import type { enScreens } from './en-screens.ts';

export const esScreens: Readonly<Record<keyof typeof enScreens, string>> = { ...esApp, ...esExplore, ...esCredential, ...esCompare, ...esRoutes, ...esSchools, ...esTraining, ...esStanding, ...esHere, ...esStudents, ...esPayers, ...esPlan, ...esPrintPreview, ...esData, ...esPacks, ...esChanges };
