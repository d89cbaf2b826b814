/** Sorts credentials into classes by what a verdict reads of them, so that choosing an area judges classes and not credentials. */
import type Database from 'better-sqlite3';
import { effortOf, EFFORT_UNKNOWN } from '../../shared/domain/value/effort.ts';
import type { Rows } from '../pack/tables.ts';

type CredentialRow = Pick<Rows['credential'], 'id' | 'role' | 'demand_type' | 'field' | 'status' | 'third_party_assessed' | 'portable'>;
type LinkRow = Pick<Rows['credential_occupation'], 'credential' | 'soc' | 'area' | 'relation'>;
type EdgeRow = Pick<Rows['stacking'], 'to_credential' | 'kind'> & { readonly credential: string };
type TimeRow = Pick<Rows['credential_time'], 'credential' | 'kind' | 'area' | 'low' | 'high' | 'unit'>;

/** What a verdict reads of a credential beside its edges; `ReadFacts` of the engine is made of it. */
export type JudgedReads = readonly [
  role: CredentialRow['role'], demandType: CredentialRow['demand_type'], assessed: 0 | 1 | null, portable: 0 | 1 | null,
  links: readonly (readonly [soc: string, area: string, relation: LinkRow['relation']])[],
];

/** Credentials read at once: enough that queries cost little, few enough to hold. */
const PAGE = 4096;

const CREDENTIALS = 'SELECT id, role, demand_type, field, status, third_party_assessed, portable FROM credential WHERE id > ? ORDER BY id LIMIT ?';
const LINKS = 'SELECT credential, soc, area, relation FROM credential_occupation WHERE credential BETWEEN ? AND ? ORDER BY credential, soc, area';
const EDGES = 'SELECT from_credential AS credential, to_credential, kind FROM stacking WHERE from_credential BETWEEN ? AND ? ORDER BY from_credential, to_credential, kind';
const TIMES = "SELECT credential, kind, area, low, high, unit FROM credential_time WHERE credential BETWEEN ? AND ? AND kind <> 'experience' ORDER BY credential, kind, area";

/** An area and those it falls back to, nearest first. */
function chainsOf(database: Database.Database): (area: string) => readonly string[] {
  const parents = new Map(database.prepare<[], { id: string; parent: string | null }>('SELECT id, parent FROM area').all().map(({ id, parent }) => [id, parent]));
  const from = (area: string): readonly string[] => {
    const parent = parents.get(area) ?? null;
    return parent === null ? [area] : [area, ...from(parent)];
  };
  return from;
}

/**
 * Links as far as a verdict depends on them. One that is only `related` opens nothing: of those, the first by
 * code tells the kind of work, and only where there is nothing firmer. Where links differ by area all are kept.
 */
function readLinks(links: readonly LinkRow[]): JudgedReads[4] {
  const firm = links.filter(({ relation }) => relation !== 'related');
  const read = links.some(({ area }) => area !== links[0]?.area) ? links : firm.length > 0 ? firm : links.slice(0, 1);
  return read.map(({ soc, area, relation }) => [soc, area, relation]);
}

/** The effort as it is seen from one of the areas that a credential has times for. */
function effortFrom(times: readonly TimeRow[], chain: readonly string[]): ReturnType<typeof effortOf> {
  const kinds = Map.groupBy(times.filter(({ area }) => chain.includes(area)), ({ kind }) => kind);
  return effortOf([...kinds.values()].flatMap((rows) => [...rows].sort((a, b) => chain.indexOf(a.area) - chain.indexOf(b.area)).slice(0, 1)));
}

/** Writes down the first of a class, field and effort: what may be named as a better choice. Nothing that is retired, adds to another or belongs to no field is. */
function candidatePutter(database: Database.Database): (row: CredentialRow, at: number, times: readonly TimeRow[]) => void {
  const put = database.prepare('INSERT OR IGNORE INTO judged_candidate (field, area, class, effort, also, credential) VALUES (?, ?, ?, ?, ?, ?)');
  const chainOf = chainsOf(database);
  return ({ id, field, role, status }, at, times) => {
    if (role !== 'main' || status === 'retired' || field === 'general') return;
    put.run(field, '', at, EFFORT_UNKNOWN, '', id);
    const areas = [...new Set(times.map(({ area }) => area))].sort();
    for (const area of areas) put.run(field, area, at, effortFrom(times, chainOf(area)), areas.filter((other) => other !== area).join(';'), id);
  };
}

/**
 * Fills `judged_class`, `judged_representative`, `judged_edge` and `judged_candidate` of a database
 * that holds its facts. Credentials with the same role, kind of demand, marks, links and
 * edges are one class; classes are numbered in order of their first credential, so the same rows
 * give the same classes. Reads in the order of keys, a page at a time: only a key for each class is held.
 */
export function buildJudgedClasses(database: Database.Database): void {
  const [credentials, links, edges, times] = [
    database.prepare<[string, number], CredentialRow>(CREDENTIALS), database.prepare<[string, string], LinkRow>(LINKS),
    database.prepare<[string, string], EdgeRow>(EDGES), database.prepare<[string, string], TimeRow>(TIMES),
  ];
  const putClass = database.prepare('INSERT INTO judged_class (credential, class) VALUES (?, ?)');
  const putFirst = database.prepare('INSERT INTO judged_representative (class, credential, members, reads) VALUES (?, ?, 0, ?)');
  const putCandidate = candidatePutter(database);
  const classes = new Map<string, number>();
  const members: number[] = [];
  for (let page = credentials.all('', PAGE); page.length > 0; page = credentials.all(page.at(-1)?.id ?? '', PAGE)) {
    const range = [page[0]?.id ?? '', page.at(-1)?.id ?? ''] as const;
    const of = { links: byCredential(links.all(...range)), edges: byCredential(edges.all(...range)), times: byCredential(times.all(...range)) };
    for (const row of page) {
      const reads: JudgedReads = [
        row.role, row.demand_type, row.third_party_assessed, row.portable, readLinks(of.links.get(row.id) ?? []),
      ];
      const text = JSON.stringify(reads);
      const key = [text, ...(of.edges.get(row.id) ?? []).map((edge) => `${edge.kind} ${edge.to_credential}`)].join('\n');
      const known = classes.get(key);
      const at = known ?? classes.size;
      if (known === undefined) {
        classes.set(key, at);
        putFirst.run(at, row.id, text);
      }
      members[at] = (members[at] ?? 0) + 1;
      putClass.run(row.id, at);
      putCandidate(row, at, of.times.get(row.id) ?? []);
    }
  }
  const putMembers = database.prepare('UPDATE judged_representative SET members = ? WHERE class = ?');
  for (const [at, count] of members.entries()) putMembers.run(count, at);
  database.exec(`INSERT INTO judged_edge (class, to_class, kind) SELECT DISTINCT a.class, b.class, s.kind
    FROM stacking s JOIN judged_class a ON a.credential = s.from_credential JOIN judged_class b ON b.credential = s.to_credential`);
}

const byCredential = <R extends { readonly credential: string }>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> => Map.groupBy(rows, ({ credential }) => credential);
