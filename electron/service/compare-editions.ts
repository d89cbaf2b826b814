/** What one edition says differently than another for an area, in coded sentences. Runs in a worker: it reads both whole. */
import { changesOfDatabases } from '../../db/judge/changes-of-databases.ts';
import type { ChangeItem, ChangeReport } from '../../db/pack/changes/report.ts';
import { WATCHED } from '../../db/pack/changes/watched.ts';
import type { TableName } from '../../db/pack/tables.ts';
import { getCredentialFacts } from '../../db/reference/queries/get-credential-facts.ts';
import { getEdition, type Edition } from '../../db/reference/queries/get-edition.ts';
import { listListLabels } from '../../db/reference/queries/list-list-labels.ts';
import { areaChain, type ReferenceDb } from '../../db/reference/reference-db.ts';
import type { ChangeGroup, ChangeLine, EditionChanges } from '../../shared/contract/changes.ts';
import type { Field } from '../../shared/domain/facts.ts';
import { credentialChanges, EDITION_KINDS } from '../../shared/domain/plan/credential-changes.ts';
import type { ChangeKind } from '../../shared/domain/plan/credential-changes.ts';
import { listingChange, newcomer } from '../../shared/domain/plan/edition-news.ts';
import { missingCredential } from '../../shared/domain/plan/frozen-figures.ts';
import type { FrozenCredential } from '../../shared/domain/plan/frozen-figures.ts';
import { comparePay } from './compare-pay.ts';
import { freeze } from './reference-facts.ts';

/** Of each group as many as somebody pages through; the rest are counted. */
export const MOST_LINES = 200;
/** Groups of the report whose items are credentials to be looked at on both sides. */
const LOOKED_AT = ['retired', 'successor', 'price', 'time', 'requirement', 'verdict'] as const;

const COMPARED: readonly TableName[] = [...WATCHED.map(({ table }) => table), 'credential'];

interface Sides {
  readonly before: ReferenceDb;
  readonly now: ReferenceDb;
  readonly areaId: string;
  readonly today: () => string;
}

const fieldOf = (field: string | null): Field | null => field as Field | null;

function credentialLines(sides: Sides, report: ChangeReport): ReadonlyMap<ChangeKind, ChangeLine[]> {
  const { before, now, areaId } = sides;
  // As many as are told: of the others the report knows how many there are.
  const verdicts = new Map(report.groups.verdict.items.map(({ id, from, to }) => [id, [from?.['verdict'], to?.['verdict']] as [FrozenCredential['verdict'], FrozenCredential['verdict']]]));
  const ids = new Set(LOOKED_AT.flatMap((group) => report.groups[group].items.map(({ id }) => id)));
  const lines = new Map<ChangeKind, ChangeLine[]>();
  for (const id of [...ids].sort()) {
    const [then, next] = [getCredentialFacts(before, id, areaId), getCredentialFacts(now, id, areaId)];
    if (!then) continue;
    const [was, is] = verdicts.get(id) ?? [null, null];
    const frozen = next ? freeze(now, next, is) : missingCredential(id, then.shortName);
    for (const { kind, reason } of credentialChanges(freeze(before, then, was), frozen)) {
      lines.set(kind, [...lines.get(kind) ?? [], { id, name: (next ?? then).name, field: (next ?? then).field, reason }]);
    }
  }
  return lines;
}

/** Items of the report that are no compare of facts: what came, and how lists of the state name it. */
function newsLines({ before, now, areaId }: Sides, report: ChangeReport): readonly (readonly [ChangeKind, ChangeLine[]])[] {
  const line = (item: ChangeItem, reason: ChangeLine['reason']): ChangeLine => {
    const facts = getCredentialFacts(now, item.id, areaId) ?? getCredentialFacts(before, item.id, areaId);
    return { id: item.id, name: facts?.name ?? { en: item.name ?? item.id, es: item.name ?? item.id }, field: fieldOf(facts?.field ?? null), reason };
  };
  const labels = new Map([...listListLabels(before), ...listListLabels(now)].map(({ area, program, label }) => [`${area} ${program}`, label]));
  const listed = report.groups.recognition.items.map((item) => {
    const [program = ''] = (item.what ?? '').split(' ');
    return line(item, listingChange(item.from !== null, item.to !== null, labels.get(`${item.area ?? ''} ${program}`) ?? { en: program, es: program }));
  });
  return [['new', report.groups.added.items.map((item) => line(item, newcomer(item.from !== null)))], ['listed', listed]];
}

/** How many of a group the report counted and did not list. */
const moreOf = ({ groups }: ChangeReport, kind: ChangeKind): number => {
  switch (kind) {
    case 'new': return groups.added.more;
    case 'retired': return groups.retired.more;
    case 'price': case 'time': case 'requirement': case 'verdict': return groups[kind].more;
    case 'listed': return groups.recognition.more;
    default: return 0;
  }
};

/** Everything that a counselor in an area may want to know of a new edition; groups without a line are left out. */
export async function compareEditions(sides: Sides): Promise<EditionChanges> {
  const { before, now, areaId } = sides;
  // Of the area's state and the nation, nobody else.
  const report = await changesOfDatabases({ before, now, most: MOST_LINES, tables: COMPARED, areas: areaChain(now, areaId), today: sides.today(), areaId });
  const pay = comparePay(sides);
  const lines = new Map<ChangeKind, readonly ChangeLine[]>([...credentialLines(sides, report), ...newsLines(sides, report), ['pay', pay]]);
  const brief = ({ name, edition, digest, dataChecked }: Edition): EditionChanges['before'] => ({ name, edition, digest, dataChecked });
  return {
    before: brief(getEdition(before)), now: brief(getEdition(now)), areaId,
    groups: EDITION_KINDS.flatMap((kind): ChangeGroup[] => {
      const all = lines.get(kind) ?? [];
      const more = all.length > MOST_LINES ? all.length - MOST_LINES : moreOf(report, kind);
      return all.length === 0 && more === 0 ? [] : [{ kind, lines: all.slice(0, MOST_LINES), more }];
    }),
  };
}
