/** Career clusters and pathways of occupations: the export of O*NET OnLine, sixteen clusters. */
import { ONET_SOC, Seen } from '../codes.ts';
import type { SourceKind } from '../source-kind.ts';
import { findTable } from '../table-head.ts';
import { namedRows } from '../table-rows.ts';

export interface ClusteredOccupation {
  readonly onetSoc: string;
  readonly title: string;
  readonly clusters: readonly string[];
  readonly pathways: readonly string[];
}

const HEADINGS = { cluster: ['Career Cluster'], pathway: ['Career Pathway'], code: ['Code'], occupation: ['Occupation'] } as const;
const listed = (cell: string): readonly string[] => cell.split(/;\s*/).map((each) => each.trim()).filter((each) => each !== '');

export const careerClusters: SourceKind<ClusteredOccupation> = {
  kind: 'career-clusters',
  title: 'Career clusters and pathways of occupations (O*NET OnLine)',
  problems: { 'cluster-missing': 'The occupation has no cluster.', 'several-clusters': 'The occupation belongs to several clusters; all are kept.' },
  recognise: (input) => (findTable(input, HEADINGS) ? { vintage: null } : null),
  async* read(input, tally) {
    const table = findTable(input, HEADINGS);
    if (!table) return;
    const seen = new Seen(tally);
    for await (const { row, at } of namedRows(input, table, tally)) {
      const clusters = listed(at.cluster);
      if (!ONET_SOC.test(at.code)) tally.refuse('code-invalid', { row, column: 'Code', value: at.code });
      else if (clusters.length === 0) tally.refuse('cluster-missing', { row, column: 'Career Cluster', value: at.code });
      else if (!seen.again(at.code, row)) {
        if (clusters.length > 1) tally.flag('several-clusters', { row, column: 'Career Cluster', value: at.code });
        yield { onetSoc: at.code, title: at.occupation, clusters, pathways: listed(at.pathway) };
      }
    }
  },
};
