/** Kinds of files about schools, their programs, states' lists and training. */
import { apprenticeshipOccupations } from '../apprenticeship/apprenticeship-occupations.ts';
import { apprenticeshipRecord } from '../apprenticeship/apprenticeship-record.ts';
import { apprenticeshipStandard } from '../apprenticeship/apprenticeship-standard.ts';
import { registrationAgencies } from '../apprenticeship/registration-agencies.ts';
import { awardKinds } from '../award-kinds/award-kinds.ts';
import { etpOutcomes } from '../etp-outcomes/etp-outcomes.ts';
import { etplProviders } from '../etpl-providers/etpl-providers.ts';
import { etplCoverage } from '../etpl-coverage/etpl-coverage.ts';
import { etplOccupations } from '../etpl-occupations/etpl-occupations.ts';
import { etpl } from '../etpl/etpl.ts';
import { inDemand } from '../in-demand/in-demand.ts';
import { ipedsCompletions } from '../ipeds-completions/ipeds-completions.ts';
import { ipedsCost } from '../ipeds-cost/ipeds-cost.ts';
import { ipedsDistance } from '../ipeds-distance/ipeds-distance.ts';
import { ipedsEnrollment } from '../ipeds-enrollment/ipeds-enrollment.ts';
import { ipedsGradrates } from '../ipeds-gradrates/ipeds-gradrates.ts';
import { ipedsHd } from '../ipeds-hd/ipeds-hd.ts';
import { ipedsInstitutions } from '../ipeds-institutions/ipeds-institutions.ts';
import { NOT_WANTED_KINDS } from '../not-wanted/not-wanted.ts';
import { scorecardFos } from '../scorecard-fos/scorecard-fos.ts';
import { scorecardInstitution } from '../scorecard-institution/scorecard-institution.ts';
import type { SourceKind } from '../source-kind.ts';
import { stateListFacts } from '../state-list-facts/state-list-facts.ts';
import { stateList } from '../state-list/state-list.ts';

export const EDUCATION_KINDS: readonly SourceKind[] = [
  scorecardFos, scorecardInstitution,
  ipedsHd, ipedsCost, ipedsCompletions, ipedsGradrates, ipedsEnrollment, ipedsInstitutions, ipedsDistance,
  stateList, stateListFacts, awardKinds,
  etpl, etplProviders, etpOutcomes, etplOccupations, etplCoverage, inDemand,
  apprenticeshipOccupations, apprenticeshipStandard, apprenticeshipRecord, registrationAgencies,
  ...NOT_WANTED_KINDS,
];
