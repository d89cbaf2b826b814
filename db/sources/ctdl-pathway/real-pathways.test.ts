import { describe, expect, test } from 'vitest';
import { ladderCommand } from '../../cli/ladder-command.ts';
import { checkSource } from '../check/check-source.ts';
import { Tally } from '../check/tally.ts';
import { openSource } from '../file/open-source.ts';
import type { JsonObject } from '../json-values.ts';
import { educationFile, HAS_EDUCATION_DATA } from '../test-data.ts';
import { ctdlPathway } from './ctdl-pathway.ts';
import { conditionWords, ladderOf } from './ladder.ts';
import { pathwaysOf, type Pathway } from './pathway.ts';

const file = (...path: string[]): string => educationFile('ctdl', 'schema-development', 'PathwaysConditionsAndConstraints', 'Pathway-Examples', ...path);

async function pathwayIn(path: string): Promise<Pathway> {
  const found: Pathway[] = [];
  for await (const pathway of ctdlPathway.read(await openSource(path), new Tally())) found.push(pathway);
  const [pathway] = found;
  if (found.length !== 1 || !pathway) throw new Error(`${found.length} pathways`);
  return pathway;
}
/** Names in the order of the ladder, codes where there are any. */
function order(pathway: Pathway): readonly string[] {
  const ladder = ladderOf(pathway);
  if ('circle' in ladder) throw new Error('a circle');
  const place = new Map(ladder.steps.map(({ id }, index) => [id, index]));
  for (const { id, before } of ladder.steps) for (const first of before) expect(place.get(first) ?? -1).toBeLessThan(place.get(id) ?? -1);
  return ladder.steps.map(({ name, code }) => code ?? name);
}

// The orders below were read from the documents by hand.
describe.skipIf(!HAS_EDUCATION_DATA)('the five pathways', () => {
  test('IT networking: from A+ to the specialist', async () => {
    expect(order(await pathwayIn(file('CompTIA', 'CompTIA-IT_Networking_Specialist.jsonld')))).toEqual([
      'CompTIA A+', 'CompTIA Network+', 'CompTIA Security+', 'CompTIA Project+', 'CompTIA Cloud Essentials+', 'CompTIA Linux+', 'CompTIA Server+', 'CompTIA Cloud+', 'IT Networking Specialist',
    ]);
  });

  test('Hutchinson welding: three lines of welding courses, the degree last, its choices in words', async () => {
    const pathway = await pathwayIn(file('Kansas', 'HutchinsonWeldingAAS.json'));
    expect(order(pathway)).toEqual([
      'WE110', 'WE111', 'WE112', 'WE113', 'WE217', 'WE104', 'WE106', 'WE218', 'WE220', 'WE108', 'WE115', 'WE117', 'WE102', 'WE128', 'TR121', 'WE101', 'WE116', 'WE118', 'WE100', 'WE116', 'WE118', 'WE209', 'Welding Technology - AAS',
    ]);
    const byCode = new Map(pathway.components.map((component) => [component.code, component]));
    const codeOf = (id: string): string => pathway.components.find((component) => component.id === id)?.code ?? id;
    expect((byCode.get('WE111')?.conditions ?? []).map((condition) => conditionWords(condition, codeOf))).toEqual(['WE110; where Student Grade is any of Grade A, Grade B, Grade C']);
    expect((byCode.get('WE220')?.conditions ?? []).map((condition) => conditionWords(condition, codeOf))).toEqual(['all of: WE217, WE218']);
    expect((byCode.get(null)?.conditions ?? []).map((condition) => conditionWords(condition, codeOf)).slice(1, 5)).toEqual([
      'Welding Certificate A Option Block: 1 of: TR121, WE101', 'WE116 or WE118: 1 of: WE116, WE118', 'Welding Contextual Options: 1 of: WE100, WE116, WE118, WE209, others that the file does not hold',
      'Welding Social Science Options: 1 of: others that the file does not hold',
    ]);
  });

  test('Bakersfield computer science: by term, what is required first, and the one id that two choices share told apart', async () => {
    expect(order(await pathwayIn(file('Archive', 'Bakersfield_AS_CS_pathway-CSU_transfer.json')))).toEqual([
      'COMP B11', 'MATH B6A', 'COMM B8', 'MUSC B27', 'NUTR B10', 'COMP B12', 'MATH B6B', 'MATH B4A', 'ENGL B1A', 'COMP B13', 'MATH B4B', 'PHIL B7', 'ENGL B28',
      'Selection of one course from PHIL B7 or ENGL B28', 'PSYC B1A', 'CHDV B21', 'Selection of one course from PSCY B1A or CHDV B21', 'COMP B14', 'ECON B1', 'ECON B2',
      'Selection of one course from ECON B1 or ECON B2', 'ANTH B1', 'POLS B1', 'HIST B1', 'HIST B15', 'HIST B18', 'PHIL B10', 'PHIL B12',
      'Selection of one course from HIST B1, HIST B15, HIST B18, PHIL B10 or PHIL B12', 'Associate of Science Degree: Computer Science',
    ]);
  });

  test('Illinois information technology: three levels, then the field', async () => {
    const found = order(await pathwayIn(file('Illinois-IT.json')));
    expect(found.slice(0, 13)).toEqual([
      '12001A001', '10004A001', 'Reliability Engineer Certification', 'ACT Aspire', 'CompTIA A+', 'CompTIA IT Fundamentals', 'Microsoft Technology Associate ("MTA")', '10152A001', '10152A002', 'COMPASS',
      'Microsoft Certified Solutions Associate ("MCSA")', 'National Career Readiness Certificate', 'Oracle Certified Associate ("OCA")',
    ]);
    expect([found.length, found.at(-1)]).toEqual([37, 'Programming and Software Development']);
  });

  test('French: every badge before the choice it counts for, the degree\'s skills last', async () => {
    const pathway = await pathwayIn(file('CompTIA', 'CTDL-French_BA_Marketable_Skills.json'));
    const found = order(pathway);
    expect([found.length, found[0], found.at(-1)]).toEqual([53, 'Guided Writing (FREN 2040)', 'French B.A. Marketable Skills']);
    const skills = pathway.components.find(({ name }) => name === 'Collect and Analyze Data in French');
    expect(skills?.conditions.map((condition) => [condition.needed, condition.of.length])).toEqual([[3, 4]]);
  });

  test('the sandbox copy is told apart; a set without its pathway is skipped', async () => {
    const copy = await checkSource(file('Badgr', 'Badgr_French_B.A.MarketableSkills_CR_sandbox.json'));
    expect([copy.kind, copy.problems.map(({ code }) => code)]).toEqual(['ctdl-pathway', ['test-record']]);
    const report = await checkSource(file('Kansas', 'HutchinsonWeldingAAS.json'));
    expect([report.kept, report.skipped, report.refused]).toEqual([1, 1, 0]);
  });

  test('the command prints them', async () => {
    let [out, err] = ['', ''];
    const world = { out: (text: string) => { out += text; }, err: (text: string) => { err += text; }, input: () => Promise.resolve(''), env: {}, resourcesDir: '' };
    expect(await ladderCommand.run([file('CompTIA', 'CompTIA-IT_Networking_Specialist.jsonld')], world)).toBe(0);
    expect(out.split('\n').slice(0, 4)).toEqual(['IT Networking Specialist Pathway', '  1. CompTIA A+', '  2. CompTIA Network+', '       needs CompTIA A+ [1]']);
    expect(await ladderCommand.run([file('Kansas', 'nothing.json')], world)).toBe(1);
    expect(err).toContain('could not be read from the disk');
  });
});

describe('order', () => {
  const node = (id: string, extra: object = {}): JsonObject => ({ '@id': id, '@type': 'ceterms:BasicComponent', 'ceterms:name': id, ...extra });
  const pathway = { '@id': 'p', '@type': 'ceterms:Pathway', 'ceterms:name': 'P' };

  test('follows precedes as well as what is required', () => {
    const [found] = pathwaysOf([pathway, node('c', { 'ceterms:precededBy': ['b'] }), node('a', { 'ceterms:precedes': 'b' }), node('b')]);
    expect(found && ladderOf(found)).toMatchObject({ steps: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
  });

  test('says which steps run in a circle', () => {
    const [found] = pathwaysOf([pathway, node('a', { 'ceterms:precedes': 'b' }), node('b', { 'ceterms:precedes': 'a' }), node('c')]);
    expect(found && ladderOf(found)).toMatchObject({ circle: [{ id: 'a' }, { id: 'b' }] });
  });
});
