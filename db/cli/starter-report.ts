/** `waymark starter report`: what the starter holds, and whether its ledger does. */
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { cellsOf, FACT_TABLES, ledgerFaults, type Cell, type LedgerFault } from '../pack/ledger.ts';
import { readStarter, type PackRows } from '../pack/starter.ts';
import { TABLES, type TableName } from '../pack/tables.ts';
import { starterFolders } from '../reference/shipped.ts';
import { readArgs, type Command } from './command.ts';
import { sentenceOf } from './messages.ts';

type Counts = Readonly<Record<string, number>>;

interface StarterReport {
  readonly tables: Counts;
  readonly credentials: { readonly total: number; readonly kind: Counts; readonly field: Counts; readonly jurisdiction: Counts; readonly demand: Counts };
  /** Stated facts by type of evidence; a fact in two tables counts twice. `officialShare` is official and federal ones of all, 0 to 1. */
  readonly facts: { readonly total: number; readonly type: Counts; readonly officialShare: number | null };
  readonly ledger: { readonly total: number; readonly type: Counts; readonly jurisdiction: Counts };
  /** Prices and times that are not known, by the word that says so. */
  readonly unknown: { readonly prices: Counts; readonly times: Counts };
  /** Rows that hold in one state only, by area id. */
  readonly byState: Counts;
  readonly faults: readonly LedgerFault[];
}

/** How often each word stands there, most frequent first. */
function count(words: readonly (string | number | null)[]): Counts {
  const found = new Map<string, number>();
  for (const each of words) found.set(String(each), (found.get(String(each)) ?? 0) + 1);
  return Object.fromEntries([...found].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}

/** Counts over a starter. Facts are counted where they are used, so that each evidence row weighs as often as it is shown. */
export function reportOf(rows: PackRows): StarterReport {
  const column = (table: TableName, name: string, where: (cell: Cell) => boolean = () => true) => cellsOf(rows, table).filter(where).map((cell) => cell(name));
  const types = new Map(cellsOf(rows, 'evidence').map((cell) => [cell('id'), cell('type')]));
  const facts = FACT_TABLES.flatMap(({ table, states }) => cellsOf(rows, table).filter(states).map((cell) => types.get(cell('evidence_id')) ?? 'none'));
  const official = facts.filter((type) => type === 'official' || type === 'federal-data').length;
  const isUnknown = (cell: Cell): boolean => cell('unknown') !== null;
  const local = (['credential_cost', 'credential_time', 'credential_occupation', 'requirement', 'authority'] as const)
    .flatMap((table) => column(table, 'area', (cell) => cell('area') !== 'us'));
  return {
    tables: Object.fromEntries(TABLES.map(({ name }) => [name, rows.get(name)?.length ?? 0])),
    credentials: {
      total: rows.get('credential')?.length ?? 0, kind: count(column('credential', 'kind')), field: count(column('credential', 'field')),
      jurisdiction: count(column('credential', 'jurisdiction')), demand: count(column('credential', 'demand_type')),
    },
    facts: { total: facts.length, type: count(facts), officialShare: facts.length === 0 ? null : Math.round((1000 * official) / facts.length) / 1000 },
    ledger: { total: types.size, type: count(column('evidence', 'type')), jurisdiction: count(column('evidence', 'jurisdiction')) },
    unknown: { prices: count(column('credential_cost', 'unknown', isUnknown)), times: count(column('credential_time', 'unknown', isUnknown)) },
    byState: count(local), faults: ledgerFaults(rows),
  };
}

const line = (name: string, counts: Counts): string => `${name}: ${Object.entries(counts).map(([word, times]) => `${word} ${times}`).join(', ') || 'none'}`;
const asText = ({ credentials, facts, ledger, unknown, byState, faults }: StarterReport): string => [
  `${credentials.total} credentials`, line('  kind', credentials.kind), line('  field', credentials.field), line('  jurisdiction', credentials.jurisdiction), line('  demand', credentials.demand),
  `${facts.total} stated facts, ${facts.officialShare === null ? '-' : (100 * facts.officialShare).toFixed(1)} % official or federal`, line('  type', facts.type),
  `${ledger.total} rows in the ledger`, line('  type', ledger.type), line('  jurisdiction', ledger.jurisdiction),
  line('prices not known', unknown.prices), line('times not known', unknown.times), line('rows of one state', byState),
  `${faults.length} faults`, ...faults.map(({ table, key, reason }) => `  ${table} ${key}: ${reason}`),
].join('\n');

export const starterReportCommand: Command = {
  name: 'starter report',
  summary: 'count what the starter holds, and check its ledger',
  help: `Usage: waymark starter report [--in DIR] [--json]

Counts the starter's credentials, facts and evidence, and names every fact without its
row in the ledger. Exit code 1 when there is one, or when a table is refused.
  --in DIR  folder of the tables; else the ones of this program
  --json    the counts as one JSON object
`,
  async run(args, world) {
    const { values } = readArgs(args, { in: { type: 'string' }, json: { type: 'boolean' } }, false);
    const folders = starterFolders(world.resourcesDir);
    const starterDir = values.in ?? folders.starterDir;
    try {
      const report = reportOf(await readStarter({ starterDir, rubricsDir: values.in === undefined ? folders.rubricsDir : join(starterDir, '..', 'rubrics') }));
      world.out(`${values.json === true ? JSON.stringify(report) : asText(report)}\n`);
      return report.faults.length === 0 ? 0 : 1;
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      world.err(`${starterDir}: ${sentenceOf(error)}\n`);
      return 1;
    }
  },
};
