import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSource, type SourceReport } from '../check/check-source.ts';
import { SOURCE_KINDS } from '../check/kinds.ts';
import { Tally } from '../check/tally.ts';
import { openSource } from '../file/open-source.ts';
import { SourceFault } from '../file/source-fault.ts';
import type { JsonDocument, JsonInput } from '../file/source-input.ts';
import { educationFile, HAS_EDUCATION_DATA } from '../test-data.ts';
import { ctdlKind } from './ctdl.ts';
import type { CtdlRecord } from './records.ts';

const FOLDERS = { 'registry-payloads': 281, 'registry-payloads-earlier-shape': 65, 'registry-payloads-no-id': 4, 'negative-examples': 8, malformed: 14, 'schema-development': 98, 'registry-assistant': 20, 'credential-registry': 18, 'ingest-examples': 7 };

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}
const codes = ({ problems }: SourceReport): readonly string[] => problems.map(({ code }) => code);
const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? '';

describe.skipIf(!HAS_EDUCATION_DATA)('every document on hand', () => {
  test('is counted as the catalogue counts it, claimed by one kind at most, and never passed over in silence', async () => {
    const listed = parse(readFileSync(educationFile('ctdl', 'MANIFEST.csv'), 'utf8'), { columns: true }) as readonly { readonly file: string }[];
    let documents = 0;
    for (const [folder, count] of Object.entries(FOLDERS)) {
      const files = await filesIn(educationFile('ctdl', folder));
      documents += files.length;
      expect([folder, files.length, listed.filter(({ file }) => file.startsWith(`${folder}/`)).length]).toEqual([folder, count, count]);
    }
    expect(documents).toBe(515);
    for (const path of [...(await filesIn(educationFile('ctdl'))), ...(await filesIn(educationFile('open-badges-3')))]) {
      const report = await checkSource(path);
      expect([path, report.read]).toEqual([path, report.kept + report.skipped + report.refused]);
      expect([path, report.kept > 0 || report.problems.length > 0]).toEqual([path, true]);
      expect([path, report.problems.find(({ code, message }) => code === message)]).toEqual([path, undefined]);
      const claims = await openSource(path).then((input) => SOURCE_KINDS.filter((kind) => kind.recognise(input) !== null), (error: unknown) => {
        expect(error).toBeInstanceOf(SourceFault);
        return [];
      });
      expect([path, claims.map(({ kind }) => kind)]).toEqual([path, report.kind === null ? [] : [report.kind]]);
    }
  }, 60_000);

  test('the negative examples are refused, each for its own reason', async () => {
    const found = new Map<string, readonly string[]>();
    for (const path of await filesIn(educationFile('ctdl', 'negative-examples'))) found.set(fileName(path).replace(/^.*__invalid_|\.\w+$/g, ''), codes(await checkSource(path)));
    expect(Object.fromEntries(found)).toEqual({
      missingEmail_and_place: ['contact-missing'], missing_SWB: ['webpage-missing'], NoOwnedOffered: ['owner-missing'], CondProfileMissingDescription: ['condition-undescribed'],
      EstimatedCostMissing_CostDetail: ['cost-line-details-missing'], missing_costDetails: ['cost-details-missing'], credentialType: ['class-unknown'], missing_availability: ['availability-missing'],
    });
  });

  test('the malformed ones are refused, each with what is wrong and where', async () => {
    const found = new Map<string, string>();
    for (const path of await filesIn(educationFile('ctdl', 'malformed'))) {
      const { problems, kept, skipped } = await checkSource(path);
      const [problem] = problems;
      expect([kept, skipped, problems.length]).toEqual([0, 0, 1]);
      found.set(fileName(path).replace(/^.*?__|_payload.*$/g, ''), `${problem?.code ?? ''} ${problem?.examples[0]?.column ?? ''}`.trim());
    }
    expect(Object.fromEntries(found)).toEqual({
      testCase_organization_1079: 'json-merge-conflict line 1', testCase_organization_1080: 'json-merge-conflict line 1', testCase_assessment_2179: 'json-property-in-list line 84',
      testCase_assessment_2181: 'json-property-in-list line 72', '2018-03-15_ConditionManifest_15': 'empty-file', '2018-03-15_ConditionManifest_17': 'empty-file', '2018-03-15_ConditionManifest_8': 'empty-file',
      testCase_ConditionManifest_8: 'json-bracket-mismatch line 24', '2018-03-15_CostManifest_3': 'empty-file', '2017-04-24_credential_112': 'json-fragment line 1', testCase_credential_1179: 'json-property-in-list line 86',
      testCase_credential_1208: 'json-property-in-list line 182', testCase_credential_67: 'json-property-in-list line 51', testCase_LearningOpportunity_2086: 'json-property-in-list line 37',
    });
  });

  test('five hundred values of kept records stand in the source as they are', async () => {
    const kind = ctdlKind(true);
    const values: { readonly value: string; readonly source: string }[] = [];
    for (const folder of ['registry-payloads', 'registry-payloads-earlier-shape', 'ingest-examples']) {
      for (const path of await filesIn(educationFile('ctdl', folder))) {
        const input = await openSource(path);
        const source = readFileSync(path, 'utf8').replaceAll(/\\"/g, '"').replaceAll(/\s+/g, ' ');
        for await (const record of kind.read(input, new Tally())) for (const value of valuesOf(record)) values.push({ value, source });
      }
    }
    expect(values.length).toBeGreaterThan(500);
    const drawn = values.map((each, index) => ({ ...each, rank: createHash('sha256').update(`ctdl ${index}`).digest('hex') })).sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, 500);
    expect(drawn.filter(({ value, source }) => !source.toLowerCase().includes(value.toLowerCase())).map(({ value }) => value)).toEqual([]);
  }, 60_000);
});

/** What a record says, each as its source must hold it. */
function valuesOf(record: CtdlRecord): readonly string[] {
  const id = record.ctid?.slice('ce-'.length);
  if (record.what === 'organization') return [record.name, ...(record.url === null ? [] : [record.url]), ...(id === undefined ? [] : [id])];
  if (record.what !== 'credential') return [...record.of, ...record.costs.map(({ lowCents }) => String((lowCents ?? 0) / 100))];
  return [
    record.name, ...record.aliases, ...record.cips, ...record.occupations.map(({ soc }) => soc), ...(id === undefined ? [] : [id]), ...record.costs.map(({ lowCents }) => String((lowCents ?? 0) / 100)),
    ...record.leadsTo.map(({ ctid }) => ctid.slice('ce-'.length)), ...(record.issuer === null || record.issuer.name === '' ? [] : [record.issuer.name]),
  ];
}

const inputOf = (values: readonly unknown[]): JsonInput => {
  const documents: readonly JsonDocument[] = values.map((value, index) => ({ row: index + 1, line: 1, value }));
  return { form: 'json', head: documents, async* documents() { await Promise.resolve(); yield* documents; } };
};
async function readAll(values: readonly unknown[]): Promise<{ readonly kept: readonly CtdlRecord[]; readonly tally: Tally }> {
  const [kept, tally]: [CtdlRecord[], Tally] = [[], new Tally()];
  for await (const record of ctdlKind(false).read(inputOf(values), tally)) kept.push(record);
  return { kept, tally };
}

const CTID = 'ce-0b6f0c2f-01b9-4776-b861-894b78f81eda';
const certificate = (extra: object = {}): object => ({
  '@id': `https://registry.gov/resources/${CTID}`, '@type': 'ceterms:Certificate', 'ceterms:ctid': CTID, 'ceterms:name': { 'en-US': 'Welding', 'es-MX': 'Soldadura' },
  'ceterms:subjectWebpage': 'https://college.edu/welding', 'ceterms:ownedBy': ['https://registry.gov/resources/ce-6a62b250-a1a2-4d31-a702-cdc2437efd31'], ...extra,
});
const owner = { '@id': 'https://registry.gov/resources/ce-6a62b250-a1a2-4d31-a702-cdc2437efd31', '@type': 'ceterms:CredentialOrganization', 'ceterms:name': 'A College', 'ceterms:subjectWebpage': 'https://college.edu', 'ceterms:email': ['a@college.edu'] };

describe('records of CTDL', () => {
  test('names in two languages, the issuer from elsewhere in the file, codes, price and time', async () => {
    const { kept } = await readAll([certificate({
      'ceterms:occupationType': [{ 'ceterms:codedNotation': '51-4121.00' }], 'ceterms:instructionalProgramType': { 'ceterms:targetNode': { '@id': 'https://nces.ed.gov/x?cip=48.0508' } },
      'ceterms:estimatedCost': [{ 'ceterms:price': 100.5, 'ceterms:currency': 'USD', 'ceterms:directCostType': [{ 'ceterms:targetNode': 'costType:Tuition' }] }], 'ceterms:estimatedDuration': [{ 'ceterms:exactDuration': 'P1Y2M' }],
    }), owner]);
    expect(kept[0]).toMatchObject({
      name: 'Welding', nameEs: 'Soldadura', kind: 'certificate', ctid: CTID, issuer: { name: 'A College', url: 'https://college.edu' }, occupations: [{ soc: '51-4121', relation: 'related' }], cips: ['48.0508'],
      costs: [{ line: 'tuition', lowCents: 10050, highCents: 10050 }], times: [{ low: 14, high: 14, unit: 'months' }], status: 'active',
    });
  });

  test('the later version of a record wins, wherever it stands; an envelope dates it', async () => {
    const envelope = (date: string, name: string): object => ({ envelope_community: 'x', resource: `a.${Buffer.from(JSON.stringify(certificate({ 'ceterms:name': name }))).toString('base64url')}.c`, node_headers: { updated_at: `${date} 01:02:03 UTC` } });
    for (const values of [[envelope('2020-01-02', 'new'), envelope('2019-01-02', 'old')], [envelope('2019-01-02', 'old'), envelope('2020-01-02', 'new')]]) {
      const { kept, tally } = await readAll(values);
      expect(kept).toMatchObject([{ name: 'new', updated: '2020-01-02' }]);
      expect(tally.problems((code) => code).map(({ code }) => code)).toContain('superseded');
    }
  });

  test.each([
    ['test-record', { 'ceterms:name': 'TESTING_Welding' }], ['test-record', { 'ceterms:name': 'My test record' }], ['test-record', { '@id': `https://sandbox.registry.gov/resources/${CTID}` }],
    ['test-record', { 'ceterms:estimatedCost': [{ 'ceterms:price': 123456 }] }], ['beyond-bachelor', { '@type': 'ceterms:MasterDegree' }], ['class-unknown', { '@type': 'ceterms:Certifcate' }],
    ['name-missing', { 'ceterms:name': null }], ['owner-missing', { 'ceterms:ownedBy': [] }], ['webpage-missing', { 'ceterms:subjectWebpage': 7 }], ['class-missing', { '@type': 3 }],
  ])('%s (%#)', async (code, extra) => {
    const { kept, tally } = await readAll([certificate(extra)]);
    expect(kept).toEqual([]);
    expect(tally.problems((each) => each).map((problem) => problem.code)).toEqual([code]);
  });

  test('an exam with "test" in its name is real', async () => {
    expect((await readAll([certificate({ 'ceterms:name': 'Test of English' })])).kept).toHaveLength(1);
  });

  test('never throws, and every record is kept, skipped or refused, whatever stands where', async () => {
    const keys = ['@id', '@type', '@graph', 'decoded_resource', 'resource', 'envelope_community', 'node_headers', 'CTID', ...Object.keys(certificate()), 'ceterms:estimatedCost', 'ceterms:price', 'ceterms:requires', 'ceterms:minimumAge', 'ceterms:jurisdiction', 'ceterms:occupationType', 'ceterms:codedNotation'];
    const leaf = fc.oneof(fc.constantFrom('ceterms:Certificate', 'ceterms:CostManifest', 'ceterms:CredentialOrganization', '_:b', CTID, '__proto__', 'x'.repeat(5000), null, true, -1, 1e308), fc.string());
    const { node } = fc.letrec<{ node: unknown; any: unknown }>((tie) => ({
      any: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie('any'), { maxLength: 3 }), tie('node')), node: fc.dictionary(fc.constantFrom(...keys), tie('any'), { maxKeys: 8 }),
    }));
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(node, node.map((each) => certificate(each as object))), { minLength: 1, maxLength: 4 }), async (values) => {
      const { kept, tally } = await readAll(values);
      expect(kept.length + tally.skipped + tally.refused).toBeGreaterThanOrEqual(values.filter((value) => !('@graph' in (value as object)) && !('decoded_resource' in (value as object)) && !('resource' in (value as object))).length);
      for (const kind of SOURCE_KINDS) kind.recognise(inputOf(values));
    }), { numRuns: 500 });
  }, 60_000);
});
