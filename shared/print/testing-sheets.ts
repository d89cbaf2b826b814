/** Sheets for tests, of the same nursing credentials in southern Ohio: what a handout says without a student. */
import { LPN_PAY, NO_TRAINING_PAY } from '../domain/testing.ts';
import type { CompareAssumptions, VerdictResult } from '../domain/results.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { Lang } from '../i18n/translator.ts';
import { buildComparisonSheet } from './comparison-sheet.ts';
import { buildCredentialSheet } from './credential-sheet.ts';
import { buildFieldSheet } from './field-sheet.ts';
import { buildJobsSheet } from './jobs-sheet.ts';
import type { PaperEvidence } from './inputs.ts';
import type { PrintDocument } from './model.ts';
import { AIDE, ASSISTANT, EDITION, EVIDENCE, FLOOR, LPN, RN, SETTINGS, SOURCES, TODAY } from './testing.ts';

const local = (en: string, es: string) => ({ en, es });
const VERDICT: VerdictResult = {
  verdict: 'limited', closeCall: false, soc: '31-1131',
  job: [
    { code: 'job.pay-under-floor', params: { area: 'Southern Ohio nonmetropolitan area', median: 37090, gap: 10143 } }, { code: 'job.above-no-training', params: { percent: 6 } },
    { code: 'job.openings', params: { openings: 204100, jobs: 1960, percent: 3 } },
  ],
  part: [{ code: 'part.required-by-law', params: { occupation: local('Nursing Assistants', 'Auxiliares de enfermería') } }],
  criteria: [], better: { credentialId: LPN.id, name: LPN.name },
  stillRight: [{ code: 'still.try-the-work', params: {} }, { code: 'still.first-paycheck', params: {} }], sensitivity: [], missing: [], label: null, rubric: { id: 'waymark-1', edition: '2026' },
};
export const credentialSheet = (lang: Lang, large = false, evidence: readonly PaperEvidence[] = EVIDENCE): PrintDocument =>
  buildCredentialSheet(
    {
      facts: AIDE, summary: local('A short class and a test. Then you help people eat, wash, and move in a nursing home or hospital.', 'Una clase corta y un examen. Luego ayuda a las personas a comer, bañarse y moverse en un asilo u hospital.'),
      verdict: VERDICT, baseline: NO_TRAINING_PAY, floor: FLOOR, evidence, sources: SOURCES, settings: SETTINGS, edition: EDITION,
      betterCode: LPN.code,
      trail: [
        { row: { id: AIDE.id, code: AIDE.code, shortName: AIDE.shortName, time: AIDE.times[0] ?? null }, place: 'here', skippable: false, edge: null, terms: null, evidence: null },
        { row: { id: LPN.id, code: LPN.code, shortName: LPN.shortName, time: LPN.times[0] ?? null }, place: 'after', skippable: true, edge: 'often-before', terms: local('Many people start as a nurse aide.', 'Muchas personas empiezan como auxiliar.'), evidence: null },
        { row: { id: RN.id, code: RN.code, shortName: RN.shortName, time: RN.times[0] ?? null }, place: 'after', skippable: true, edge: null, terms: null, evidence: null },
      ],
    },
    createTranslator(lang), { today: TODAY, large },
  );

const GOOD: VerdictResult = {
  ...VERDICT, verdict: 'high', soc: '29-2061', better: null, stillRight: [],
  job: [{ code: 'job.pay-over-floor', params: { area: 'Southern Ohio nonmetropolitan area', median: 60330, gap: 13097 } }],
  part: [{ code: 'part.required-by-law', params: { occupation: local('Licensed Practical Nurses', 'Enfermeros prácticos') } }],
};
const UNKNOWN: VerdictResult = { ...VERDICT, verdict: 'unknown', soc: null, better: null, stillRight: [], job: [], part: [{ code: 'part.no-link', params: {} }] };
const ITEMS = [{ facts: AIDE, verdict: VERDICT }, { facts: LPN, verdict: GOOD }, { facts: RN, verdict: { ...GOOD, soc: '29-1141' } }, { facts: ASSISTANT, verdict: UNKNOWN }];
const AREA = 'Southern Ohio nonmetropolitan area';
const ASSUMED: CompareAssumptions = { startMonth: '2026-12', horizonYears: 10, workHoursInSchool: 10, tuitionCentsPerYear: {}, grantCentsPerYear: 0 };

/** Evidence as the ledger keeps it, each row about the one credential that names it. */
const subjects = (evidence: readonly PaperEvidence[]): PaperEvidence[] => ITEMS.flatMap(({ facts }) => evidence.map((row) => ({ ...row, subject: facts.id })));

export const fieldSheet = (lang: Lang, large = false, evidence: readonly PaperEvidence[] = EVIDENCE): PrintDocument =>
  buildFieldSheet(
    { field: 'health', areaName: AREA, items: ITEMS, floor: FLOOR, evidence: subjects(evidence), sources: SOURCES, settings: SETTINGS, edition: EDITION },
    createTranslator(lang), { today: TODAY, large },
  );

/** `count` ways side by side, with what the comparison of the screen counts on. */
export const comparisonSheet = (lang: Lang, large = false, count = 3, assumed: Partial<CompareAssumptions> = {}, evidence: readonly PaperEvidence[] = EVIDENCE): PrintDocument =>
  buildComparisonSheet(
    {
      items: ITEMS.slice(0, count), areaName: AREA, baseline: { pay: NO_TRAINING_PAY, occupations: 40, jobs: 20000 }, floor: FLOOR,
      assumptions: { ...ASSUMED, ...assumed }, parity: { milli: 92_145, area: 'Ohio', publisher: 'U.S. Bureau of Economic Analysis', vintage: '2023' }, evidence: subjects(evidence), sources: SOURCES, settings: SETTINGS, edition: EDITION,
    },
    createTranslator(lang), { today: TODAY, large },
  );

/** Three jobs that reach the line: one that a credential opens, one that an employer teaches, one after years of work. */
export const jobsSheet = (lang: Lang, large = false): PrintDocument =>
  buildJobsSheet(
    {
      areaName: AREA, floor: FLOOR, sources: SOURCES, settings: SETTINGS, edition: EDITION,
      jobs: [
        { title: local('Licensed Practical Nurses', 'Enfermeros prácticos'), entryEducation: 'postsecondary-certificate', experienced: false, pay: LPN_PAY, people: 1770, credentials: [LPN] },
        { title: local('Postal Service Mail Carriers', 'Carteros'), entryEducation: 'none', experienced: false, pay: { ...LPN_PAY, p25: 40000, p50: 57000 }, people: null, credentials: [] },
        { title: local('Supervisors of Office Workers', 'Supervisores de oficina'), entryEducation: 'high-school', experienced: true, pay: { ...LPN_PAY, p50: 59900 }, people: 1113, credentials: [] },
      ],
    },
    createTranslator(lang), { today: TODAY, large },
  );
