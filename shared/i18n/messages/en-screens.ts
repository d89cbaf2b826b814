/** Words of the screens, one file an area of the product. */
import { enApp } from './screens/en-app.ts';
import { enChanges } from './screens/en-changes.ts';
import { enCompare } from './screens/en-compare.ts';
import { enCredential } from './screens/en-credential.ts';
import { enData } from './screens/en-data.ts';
import { enExplore } from './screens/en-explore.ts';
import { enHere } from './screens/en-here.ts';
import { enOwn } from './screens/en-own.ts';
import { enPacks } from './screens/en-packs.ts';
import { enPayers } from './screens/en-payers.ts';
import { enPlan } from './screens/en-plan.ts';
import { enPrintPreview } from './screens/en-print-preview.ts';
import { enRoutes } from './screens/en-routes.ts';
import { enSchools } from './screens/en-schools.ts';
import { enStanding } from './screens/en-standing.ts';
import { enStudents } from './screens/en-students.ts';
import { enTraining } from './screens/en-training.ts';

export const enScreens = { ...enApp, ...enExplore, ...enCredential, ...enCompare, ...enRoutes, ...enSchools, ...enTraining, ...enStanding, ...enHere, ...enStudents, ...enPayers, ...enPlan, ...enPrintPreview, ...enData, ...enPacks, ...enChanges, ...enOwn } as const;
