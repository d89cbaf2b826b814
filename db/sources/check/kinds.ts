/** Every kind of source file, in no order that matters: each claims its own content and no other's. */
import { cipSoc } from '../cip-soc/cip-soc.ts';
import { oewsAreaJson, oewsOccupationList } from '../oews/oews-area-json.ts';
import { oewsArea, oewsNational } from '../oews/oews-kinds.ts';
import { onetKinds } from '../onet/onet-tables.ts';
import type { SourceKind } from '../source-kind.ts';

export const SOURCE_KINDS: readonly SourceKind[] = [
  cipSoc,
  oewsNational, oewsArea, oewsAreaJson, oewsOccupationList,
  ...onetKinds,
];
