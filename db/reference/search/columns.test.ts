/** The columns say of every credential of the starter what its own facts say, in areas that have prices and rules of their own and in some that have none. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ASKS } from '../../../shared/domain/bands.ts';
import { CREDENTIAL_KINDS, FIELDS } from '../../../shared/domain/facts.ts';
import { totalCost } from '../../../shared/domain/money/costs.ts';
import { inMonths } from '../../../shared/domain/money/time.ts';
import { readStarter } from '../../pack/starter.ts';
import { buildReference, feedFromRows } from '../build-reference.ts';
import { getCredentialFacts } from '../queries/get-credential-facts.ts';
import { openReference, type ReferenceDb } from '../reference-db.ts';
import { ADD_ON, kindAt, MONTHS_UNKNOWN, NO_COST, type ColumnName, type Columns } from './columns.ts';
import { openSearchIndex, type SearchIndex } from './index.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
let folder: string;
let db: ReferenceDb;
let index: SearchIndex;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark columns '));
  const rows = await readStarter({ starterDir: join(resources, 'starter'), rubricsDir: join(resources, 'rubrics') });
  db = openReference((await buildReference({ feed: feedFromRows(rows), out: join(folder, 'r.sqlite') })).path);
  index = openSearchIndex(db);
}, 120_000);
afterAll(async () => {
  db.close();
  await rm(folder, { recursive: true, force: true });
});

describe('columns', () => {
  test.each(['us', '39', '3900004', '06', '28', '35', '11'])('say what the facts say in area %s', (area) => {
    const column = <N extends ColumnName>(name: N): Columns[N] => index.column(name, area);
    const columns = { kind: column('kind'), field: column('field'), months: column('months'), cost: column('cost'), age: column('age'), asks: column('asks') };
    const docs = index.docsOf(db.all(db.from('credential').select('id')).map(({ id }) => id));
    expect(docs.size).toBe(index.credentials);
    for (const [id, doc] of docs) {
      const facts = getCredentialFacts(db, id, area);
      if (!facts) throw new Error(id);
      const time = facts.times.find(({ kind }) => kind !== 'experience');
      const cost = totalCost(facts.costs);
      const ages = facts.requirements.flatMap(({ kind, answer, amount }) => (kind === 'min-age' && answer === 'yes' && amount !== null ? [amount] : []));
      const kind = columns.kind[doc] ?? -1;
      expect({
        kind: CREDENTIAL_KINDS[kindAt(kind)], addOn: (kind & ADD_ON) !== 0, field: FIELDS[columns.field[doc] ?? -1], months: columns.months[doc], cost: columns.cost[doc],
        age: columns.age[doc], asks: ASKS.filter((_, bit) => ((columns.asks[doc] ?? 0) >> bit) & 1),
      }, id).toEqual({
        kind: facts.kind, addOn: facts.role === 'add-on', field: facts.field,
        months: time && time.low !== null ? Math.fround(inMonths(time.low, time.unit)) : MONTHS_UNKNOWN, cost: cost.incomplete ? NO_COST : cost.lowCents,
        age: Math.max(facts.minAge ?? 0, ...ages), asks: ASKS.filter((ask) => facts.requirements.some((each) => each.kind === ask)),
      });
    }
  });

  test('differ between a state with prices of its own and the nation', () => {
    const [nation, california] = [index.column('months', 'us'), index.column('months', '06')];
    expect(california).not.toEqual(nation);
    // An area without rows of its own has those of the state around it.
    const inside = db.first(db.from('area').select('id').where('parent', '=', '06'))?.id ?? '';
    expect(inside).not.toBe('');
    expect(index.column('months', inside)).toEqual(california);
  });

  test('order names as they are written, in each language', () => {
    const names = new Map(db.all(db.from('credential').select(['id', 'name'])).map(({ id, name }) => [id, name.toLowerCase()]));
    const order = index.nameOrder('en');
    const listed = [...index.docsOf([...names.keys()])].sort(([, a], [, b]) => (order[a] ?? 0) - (order[b] ?? 0)).map(([id]) => names.get(id) ?? '');
    const letters = listed.map((name) => name.replace(/[^\p{L}\p{N}+#]+/gu, ' ').trim()).filter((name) => !/['’]/.test(name));
    expect(letters).toEqual([...letters].sort((a, b) => (a < b ? -1 : 1)));
    expect(index.nameOrder('es')).not.toEqual(order);
  });
});
