import { describe, expect, it } from 'vitest';
import { totalCost } from '../domain/money/costs.ts';
import { createTranslator } from '../i18n/translator.ts';
import { checkedFacts } from './checked-facts.ts';
import type { PaperEvidence } from './inputs.ts';
import type { PrintBlock, PrintDocument } from './model.ts';
import { buildJobsSheet } from './jobs-sheet.ts';
import { LEAST_QUESTIONS, sheetChecks } from './sheet-checks.ts';
import { payCell, totalWords } from './sheet-row.ts';
import { AIDE, EDITION, EVIDENCE, FLOOR, LPN, SETTINGS, SOURCES, TODAY } from './testing.ts';
import { comparisonSheet, credentialSheet, fieldSheet, jobsSheet } from './testing-sheets.ts';
import { pay } from '../domain/testing.ts';

const en = createTranslator('en');
const blocks = <T extends PrintBlock['type']>(document: PrintDocument, type: T) =>
  document.sections.flatMap(({ block }) => (block.type === type ? [block as Extract<PrintBlock, { type: T }>] : []));

describe('a fact that nobody has checked', () => {
  /** Every ledger row that a fact of the credentials names, and those of the credential's own row, all unchecked. */
  const unchecked: PaperEvidence[] = [
    ...[AIDE, LPN].flatMap((each) => [...each.costs.map((cost) => cost.amount.from.evidence), ...each.requirements.map((asked) => asked.from.evidence)]),
  ].flatMap((id) => (id === null ? [] : [{ id, publisher: 'Nobody Board', type: 'not-checked' }])).concat(
    ['renew_months', 'min_age'].map((fact) => ({ id: fact, publisher: 'Nobody Board', type: 'not-checked', fact })),
  );

  it.each([
    ['credential sheet', credentialSheet], ['field sheet', fieldSheet], ['comparison', (lang, large, evidence) => comparisonSheet(lang, large, 3, {}, evidence)],
  ] as [string, (lang: 'en' | 'es', large: boolean, evidence: readonly PaperEvidence[]) => PrintDocument][])('is stated on no %s', (_, make) => {
    const said = (evidence: readonly PaperEvidence[]): string => JSON.stringify(make('en', false, evidence));
    // $600 of class, $104 of test; the exam and license of the second.
    expect(said(EVIDENCE)).toMatch(/\$600|\$104|\$769|\$275/);
    expect(said(unchecked)).not.toMatch(/\$600|\$104|\$769|\$200|\$75|\$275|Nobody Board/);
  });

  it('is made unknown or left out, fact by fact', () => {
    const all = checkedFacts(LPN, unchecked);
    expect([all.renewMonths, all.minAge]).toEqual([null, null]);
    expect(all.costs.every((cost) => cost.amount.value === null && cost.amount.unknown !== null)).toBe(true);
    expect(all.requirements).toEqual(LPN.requirements);
    const [time, edge, link] = [LPN.times[0], LPN.leadsTo[0], LPN.links[0]];
    if (!time || !edge || !link) throw new Error('a practical nurse has all of them');
    const named = { ...LPN, times: [{ ...time, from: { ...time.from, evidence: 'x' } }], leadsTo: [{ ...edge, evidence: 'x' }], links: [{ ...link, evidence: 'x' }] };
    const open = checkedFacts(named, [{ id: 'x', publisher: '', type: 'not-checked' }]);
    expect(open).toMatchObject({ leadsTo: [], links: [], times: [{ low: null, high: null, unknown: 'not-checked' }] });
    expect(checkedFacts(named, [{ id: 'x', publisher: '', type: 'official' }])).toEqual(named);
  });
});

describe('questions of a sheet', () => {
  const many = { ...AIDE, requirements: Array.from({ length: 14 }, (_, index) => ({ ...LPN.requirements[0], kind: index === 13 ? 'program-approval' : 'other', answer: 'ask' as const, amount: null, label: { en: `Question ${index}?`, es: `¿${index}?` }, from: AIDE.costs[0]?.amount.from ?? LPN.costs[0]?.amount.from })) } as typeof AIDE;
  it('are those that decide first, and say how many more there are for each that a full page leaves out', () => {
    const [block] = sheetChecks(many, new Set(), LEAST_QUESTIONS.sheet, false, en);
    if (block?.type !== 'checks') throw new Error('no questions');
    expect(block.items.map(({ text }) => text)).toEqual([expect.stringMatching(/^Your state sets this. Ask the state board: _+$/), 'Question 13?', ...Array.from({ length: 9 }, (_, index) => `Question ${index}?`)]);
    expect(block.more[0]).toBe('4 more questions are on the screen. Look up NUR-1.');
    expect(block.more[6]).toBe('10 more questions are on the screen. Look up NUR-1.');
    expect(block.more).toHaveLength(7);
  });
  it('say nothing of more where all are there', () => {
    const [block] = sheetChecks(AIDE, new Set(), LEAST_QUESTIONS.sheet, true, en);
    expect(block).toMatchObject({ type: 'checks', more: [''] });
    expect(sheetChecks({ ...AIDE, jurisdiction: 'national', requirements: [] }, new Set(), LEAST_QUESTIONS.sheet, false, en)).toEqual([]);
  });
});

describe('who decides in the state', () => {
  const BOARD = { name: 'Ohio Board of Nursing', phone: '614-466-3947', url: 'https://www.nursing.ohio.gov/licensing', evidence: 'board' };
  const first = (facts: typeof AIDE): string | undefined => {
    const [block] = sheetChecks(facts, new Set(), LEAST_QUESTIONS.sheet, false, en);
    return block?.type === 'checks' ? block.items[0]?.text : undefined;
  };
  it('stands first by name, with its phone, or its page where no phone is on record', () => {
    expect(first({ ...AIDE, authority: BOARD })).toBe('Who decides in your state: Ohio Board of Nursing, 614-466-3947');
    expect(first({ ...AIDE, authority: { ...BOARD, phone: null, url: null } })).toBe('Who decides in your state: Ohio Board of Nursing');
    expect(first({ ...AIDE, jurisdiction: 'national', requirements: [], authority: { ...BOARD, phone: null } })).toBe('Who decides in your state: Ohio Board of Nursing, nursing.ohio.gov');
  });
  it('is not named where nobody has checked that', () => {
    expect(first(checkedFacts({ ...AIDE, authority: BOARD }, [{ id: 'board', publisher: '', type: 'not-checked' }]))).toMatch(/^Your state sets this/);
    expect(first(checkedFacts({ ...AIDE, authority: BOARD }, [{ id: 'board', publisher: '', type: 'official' }]))).toMatch(/Ohio Board of Nursing/);
  });
});

describe('a row of a table', () => {
  it('never says 0 or free for what is not known', () => {
    expect(totalWords(totalCost([]), en)).toBe('not known yet');
    expect(totalWords({ lowCents: 0, highCents: 0, incomplete: true, nothingKnown: false }, en)).toBe('not known yet');
    expect(totalWords({ lowCents: 10400, highCents: 10400, incomplete: true, nothingKnown: false }, en)).toBe('at least $104');
    expect(totalWords({ lowCents: 10400, highCents: 12000, incomplete: false, nothingKnown: false }, en)).toBe('$104 to $120');
    expect(totalWords({ lowCents: 0, highCents: 0, incomplete: false, nothingKnown: false }, en)).toBe('free');
  });
  it('names a wider area, and gives an hourly figure where there is no yearly one', () => {
    const facts = pay(47140, 50790, 60330, 63310, 71710);
    expect(payCell(facts, en)).toBe('$60,300');
    expect(payCell({ ...facts, area: 'us' }, en)).toBe('$60,300 (the United States)');
    expect(payCell({ ...facts, basis: 'hourly-only', p25: null, p50: null, hourlyP50Cents: 2450 }, en)).toBe('$25 an hour');
    expect(payCell(null, en)).toBe('not published');
  });
});

describe('a comparison', () => {
  it('has a row for each way and for a job without training, on one scale', () => {
    const [table] = blocks(comparisonSheet('en'), 'table');
    expect(table?.rows.map(({ head, code }) => [head, code])).toEqual([['Nurse aide', 'NUR-1'], ['Practical nurse (LPN)', 'NUR-2'], ['Registered nurse', 'NUR-3'], ['Go to work now', '']]);
    expect(table?.rows.map(({ strip }) => strip?.hollow)).toEqual([false, false, false, true]);
    expect(table?.rows.every(({ cells }) => cells.length === 5)).toBe(true);
    expect(table?.rows[1]?.cells.slice(3)).toEqual([expect.stringMatching(/^at most \$[\d,]+ ahead$/), expect.stringMatching(/^at most \$[\d,]+ ahead$/)]);
    // Nothing is known of what the degree costs here: it is not free, and what it leaves is a most.
    expect(table?.rows[2]?.cells).toEqual(['2–3 years', 'not known yet', '$78,600', 'at most $44,100 ahead', 'at most $262,900 ahead']);
  });
  it('counts on what the person set: an own wage stands in the place of a job without training', () => {
    const [table] = blocks(comparisonSheet('en', false, 2, { ownWage: { centsPerHour: 1700, hoursPerWeek: 40 }, grantCentsPerYear: 250_000 }), 'table');
    expect(table?.rows.at(-1)).toMatchObject({ head: 'Stay in your job', strip: null });
    expect(JSON.stringify(comparisonSheet('en', false, 2, { grantCentsPerYear: 250_000 }))).toContain('$2,500 a year from a grant. Nobody has promised it yet.');
  });
  it('tells dollars at the nation’s prices where that was chosen, and says so with whose prices they are', () => {
    const [asPaid, national] = [comparisonSheet('en'), comparisonSheet('en', false, 3, { prices: 'nation', grantCentsPerYear: 250_000 })];
    expect(JSON.stringify(asPaid)).not.toContain('nation’s prices');
    expect(JSON.stringify(national)).toContain('$100 in Ohio buys what $108.52 buys across the nation. Prices: U.S. Bureau of Economic Analysis (2023).');
    // What a person typed is printed as it was typed.
    expect(JSON.stringify(national)).toContain('$2,500 a year from a grant.');
    const pays = (document: PrintDocument) => blocks(document, 'table')[0]?.rows.map(({ strip }) => strip?.p50);
    expect(pays(asPaid)).toEqual([37_090, 60_330, 78_610, 34_850]);
    expect(pays(national)).toEqual([40_252, 65_473, 85_311, 37_821]);
    expect(blocks(national, 'table')[0]?.floor).toEqual(blocks(asPaid, 'table')[0]?.floor);
  });
  it('prints 5 and 10 years whatever the horizon of the screen is', () => {
    const cells = (horizonYears: number) => blocks(comparisonSheet('en', false, 2, { horizonYears }), 'table')[0]?.rows.map((row) => row.cells);
    expect(cells(3)).toEqual(cells(10));
    expect(cells(30)).toEqual(cells(10));
  });
  it('says nothing that only a screen can do', () => {
    expect(JSON.stringify(comparisonSheet('en'))).not.toContain('Type in');
  });
});

describe('a field', () => {
  it('goes by worth, the best paid first, with the reason beside what to think twice about', () => {
    const tables = blocks(fieldSheet('en'), 'table');
    expect(tables.map(({ title }) => title)).toEqual(['High value', 'Limited on its own: think twice']);
    expect(tables[0]?.rows.map(({ code, sub }) => [code, sub])).toEqual([['NUR-3', ''], ['NUR-2', '']]);
    expect(tables[1]?.rows).toMatchObject([{ code: 'NUR-1', sub: 'Pays $10,100 under the line.' }]);
  });
  it('names what too little is known of, with its code', () => {
    expect(blocks(fieldSheet('en'), 'text').find(({ title }) => title === 'Not enough evidence')?.paragraphs[1]).toBe('Medical assistant\u00a0MED-1');
  });
});

describe('good jobs near here', () => {
  it('begin with those that need no years of work, and say what gets one there', () => {
    const tables = blocks(jobsSheet('en'), 'table');
    expect(tables.map(({ title, rows }) => [title, rows.map(({ head, cells }) => [head, ...cells])])).toEqual([
      ['You can start without experience', [
        ['Licensed Practical Nurses', 'Practical nurse (LPN)\u00a0NUR-2', '$60,300*', '1,770'],
        ['Postal Service Mail Carriers', 'ask an employer', '$57,000', 'not published'],
      ]],
      ['After some years of work', [['Supervisors of Office Workers', 'high school diploma; ask an employer', '$59,900*', '1,110']]],
    ]);
  });
  it('says so where there is none', () => {
    const document = buildJobsSheet({ areaName: 'Guam', jobs: [], floor: FLOOR, sources: SOURCES, settings: SETTINGS, edition: EDITION }, en, { today: TODAY, large: false });
    expect(blocks(document, 'table')).toEqual([]);
    expect(blocks(document, 'text')[0]?.paragraphs).toEqual(['No job here is known to reach the line. Look at your state.']);
  });
});

it('each strip of a table has its sentence', () => {
  expect(blocks(comparisonSheet('en'), 'table')[0]?.rows.map(({ alt }) => alt)).toEqual(expect.arrayContaining([expect.stringMatching(/^Practical nurse \(LPN\): 8 in 10 workers make \$[\d,]+ to \$[\d,]+; the middle is \$60,300\.$/)]));
});
