/** Every kind of source file, in no order that matters: each claims its own content and no other's. */
import { cipSoc } from '../cip-soc/cip-soc.ts';
import { oewsAreaJson, oewsOccupationList } from '../oews/oews-area-json.ts';
import { oewsArea, oewsNational } from '../oews/oews-kinds.ts';
import { onetKinds } from '../onet/onet-tables.ts';
import { acsEarnings } from '../acs-earnings/acs-earnings.ts';
import { careerClusters } from '../career-clusters/career-clusters.ts';
import { cipTitles } from '../cip-titles/cip-titles.ts';
import { cpi } from '../cpi/cpi.ts';
import { projections } from '../projections/projections.ts';
import { rpp } from '../rpp/rpp.ts';
import { soc, socCrosswalk, socHybridCrosswalk } from '../soc/soc.ts';
import { stateProjections } from '../state-projections/state-projections.ts';
import { ctdl } from '../ctdl/ctdl.ts';
import { KEPT_NOTHING } from '../ctdl/kept-nothing.ts';
import { ctdlPathway } from '../ctdl-pathway/ctdl-pathway.ts';
import { EDUCATION_KINDS } from './education-kinds.ts';
import type { SourceKind } from '../source-kind.ts';

export const SOURCE_KINDS: readonly SourceKind[] = [
  cipSoc,
  oewsNational, oewsArea, oewsAreaJson, oewsOccupationList,
  projections, stateProjections,
  ...onetKinds, careerClusters,
  soc, socCrosswalk, socHybridCrosswalk, cipTitles,
  rpp, cpi, acsEarnings,
  ...EDUCATION_KINDS,
  ctdl, ctdlPathway, ...KEPT_NOTHING,
];
