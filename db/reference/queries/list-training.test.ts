import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COST_PARTS, TRAINING_AWARDS, TRAINING_DELIVERIES, TRAINING_LENGTHS, TRAINING_MEASURES } from '../../../shared/domain/training.ts';
import * as words from '../../pack/tables/words.ts';
import { tableNamed } from '../../pack/tables.ts';
import { buildReference, feedFromRows } from '../build-reference.ts';
import { openReference, type ReferenceDb } from '../reference-db.ts';
import { OHIO, rowsFrom, type SparseRows } from '../test-reference.ts';
import { listLinkHosts } from './list-link-hosts.ts';
import { listTraining } from './list-training.ts';

const program = { list: 'oh-2025', own_pace: 0, source_id: 'own', award: 'completion', place: 'Columbus', state: 'OH' } as const;
const TRAINING: SparseRows = {
  ...OHIO,
  credential: (OHIO.credential ?? []).map((each) => (each.id === 'a-plus' ? { ...each, cip: '51.3901' } : each.id === 'cna' ? { ...each, cip: '51.3902' } : each)),
  program: [{ cip: '51.39', title: 'Practical Nursing and Aides', source_id: 'own' }],
  training_list: [
    { id: 'oh-2024', area: '39', as_of: '2024-05', label: 'Old', label_es: 'Vieja', held: 0, price_year: 2024, ask: 'nobody', ask_es: 'nadie', source_id: 'own' },
    { id: 'oh-2025', area: '39', as_of: '2025-05', label: 'List', label_es: 'Lista', held: 6, listed: 900, price_year: 2025, ask: 'a center', ask_es: 'un centro', url: 'https://list.example.gov/', source_id: 'own' },
  ],
  training_program: [
    { ...program, id: 'aide-town', provider: 'Zeta School', name: 'Nurse Aide', cip: '51.3902', tuition_cents: 100_000, fees_cents: 0, books_cents: 5_000, total_cents: 105_000, calendar: 'weeks-4-11' },
    { ...program, id: 'aide-here', provider: 'Adams School', name: 'Nurse Aide', cip: '51.3902', place: 'West Union', county: '39009', cost_flag: 'sum-differs', tuition_cents: 90_000 },
    { ...program, id: 'aide-over', provider: 'Over School', name: 'Nurse Aide', cip: '51.3902', place: 'Ashland', state: 'KY', total_cents: 80_000 },
    { ...program, id: 'aide-nobody', name: 'Nurse Aide', cip: '51.3902', total_cents: 1 },
    { ...program, id: 'aide-degree', provider: 'College', name: 'Nursing', cip: '51.3902', award: 'associate', total_cents: 1 },
    { ...program, id: 'by-work', provider: 'Care School', name: 'Patient care', cip: '51.2601', total_cents: 70_000 },
  ],
  // A part of the occupation that the pay survey merges.
  training_occupation: [{ program: 'by-work', soc: '31-1132', source_id: 'own' }],
  training_outcome: [
    { program: 'aide-town', measure: 'employed-q2', counts: 'provider-field', value: 700, people: 20, source_id: 'own' },
    { program: 'aide-town', measure: 'mean-quarter-pay-q2', counts: 'provider-field', value: 612_345, people: 14, source_id: 'own' },
    { program: 'aide-here', measure: 'median-quarter-pay-q2', counts: 'program', unknown: 'not-published', flag: 'hourly-entered', source_id: 'own' },
  ],
};

describe('training on a state\'s list', () => {
  let folder = '';
  let db: ReferenceDb;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark training '));
    db = openReference((await buildReference({ feed: feedFromRows(rowsFrom(TRAINING)), out: join(folder, 'r.sqlite') })).path);
  });
  afterAll(async () => {
    db.close();
    await rm(folder, { recursive: true, force: true });
  });
  const found = (credential: string, area: string) => listTraining(db, credential, area)?.programs.map(({ id }) => id);

  it('is found by code and by work, that of the area first and that of another state last, those with results before others, without what nobody gives', () => {
    expect(found('cna', '3900004')).toEqual(['aide-here', 'aide-town', 'by-work', 'aide-over']);
    expect(found('cna', '39')).toEqual(['aide-town', 'by-work', 'aide-here', 'aide-over']);
    expect(listTraining(db, 'cna', '39')).toMatchObject({ match: 'program', list: { asOf: '2025-05', listed: 900, source: 'own' }, state: { id: '39', name: 'Ohio' } });
  });

  it('falls back to the wider field, and says its name', () => {
    const wider = listTraining(db, 'a-plus', '39');
    expect(wider).toMatchObject({ match: 'field', field: 'Practical Nursing and Aides' });
    expect(wider?.programs.map(({ id }) => id)).toContain('aide-town');
  });

  it('tells a cost with its parts, and none where the list does not add up', () => {
    const programs = new Map(listTraining(db, 'cna', '39')?.programs.map((each) => [each.id, each]));
    expect(programs.get('aide-town')).toMatchObject({ cost: { value: 105_000, unit: 'cents' }, parts: [{ part: 'tuition', cents: 100_000 }, { part: 'books', cents: 5_000 }], costFlag: null });
    expect(programs.get('aide-here')).toMatchObject({ cost: { value: null, unknown: 'varies-ask' }, parts: [], costFlag: 'sum-differs' });
  });

  it('tells pay of a quarter in a unit of its own, and an entry in error as unknown', () => {
    const programs = new Map(listTraining(db, 'cna', '39')?.programs.map((each) => [each.id, each.outcomes]));
    expect(programs.get('aide-town')).toMatchObject([
      { measure: 'employed-q2', counts: 'provider-field', people: 20, figure: { value: 700, unit: 'permille' } },
      { measure: 'mean-quarter-pay-q2', people: 14, figure: { value: 612_345, unit: 'cents-per-quarter', from: { source: 'own', vintage: '2026' } } },
    ]);
    expect(programs.get('aide-here')).toMatchObject([{ flag: 'hourly-entered', figure: { value: null, unknown: 'not-published' } }]);
  });

  it('is no list where none is held, and nothing for what is not there', () => {
    expect(listTraining(db, 'cna', '18')).toMatchObject({ state: { name: 'Indiana' }, list: null, programs: [] });
    expect(listTraining(db, 'cna', 'us')).toMatchObject({ state: null, list: null });
    expect(listTraining(db, 'cpr', '39')).toMatchObject({ match: null, programs: [] });
    expect(listTraining(db, 'nothing', '39')).toBeNull();
    expect(listTraining(db, 'cna', '99')).toBeNull();
  });

  it('may have its list opened', () => {
    expect(listLinkHosts(db).has('list.example.gov')).toBe(true);
  });
});

it('words of training are the same in packs and in the engine', () => {
  expect([TRAINING_LENGTHS, TRAINING_DELIVERIES, TRAINING_AWARDS, TRAINING_MEASURES])
    .toEqual([words.TRAINING_LENGTHS, words.TRAINING_DELIVERIES, words.TRAINING_AWARDS, words.TRAINING_MEASURES]);
  const columns = tableNamed('training_program').columns.map(({ name }) => name);
  for (const part of COST_PARTS) expect(columns).toContain(`${part}_cents`);
});
