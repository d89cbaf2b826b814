/** Documents for tests: a practical-nurse plan in southern Ohio. Pay is OEWS May 2025; people and schools are invented. */
import type { CostFact, CredentialFacts, PayFacts, Payer, RequirementFact, TimeFact } from '../domain/facts.ts';
import { AIDE_PAY, LPN_PAY, NO_TRAINING_PAY, RN_PAY, credential, figure, from, occupation, pay } from '../domain/testing.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { Lang } from '../i18n/translator.ts';
import { defaultPlan, planPays } from './default-plan.ts';
import type { PlanDraft } from './default-plan.ts';
import { buildFamilyPlan } from './family-plan.ts';
import type { FamilyPlanInput } from './family-plan.ts';
import type { PaperEvidence, PaperSettings, PaperSource } from './inputs.ts';
import type { PrintDocument } from './model.ts';
import { buildRecoverySheet } from './recovery-sheet.ts';
import { buildWalkInPlan } from './walk-in-plan.ts';

export const TODAY = '2026-11-24';
export const SETTINGS: PaperSettings = { profile: 'school', schoolName: 'Example High School', counselorName: 'Ms. Rivera', counselorPhone: '(740) 555-0142', paper: 'letter' };
export const EDITION = { edition: '2026-11', dataChecked: '2026-11' };
export const SOURCES: readonly PaperSource[] = [{ publisher: 'U.S. Bureau of Labor Statistics', title: 'Occupational Employment and Wage Statistics', vintage: 'May 2025' }];

const local = (en: string, es: string) => ({ en, es });
const link = (relation: 'required-by-law' | 'qualifies', soc: string, en: string, es: string, facts: PayFacts) =>
  ({ relation, occupation: { ...occupation(soc, en, facts), title: local(en, es) }, evidence: null });
const time = (low: number | null, high: number | null, unit: TimeFact['unit'], kind: TimeFact['kind'] = 'training'): TimeFact =>
  ({ kind, low, high, unit, unknown: low === null ? 'varies-ask' : null, from });
const cost = (line: CostFact['line'], en: string, es: string, cents: number | null, payers: readonly Payer[], extra: Partial<CostFact> = {}): CostFact =>
  ({ line, label: local(en, es), amount: { ...figure(cents), from: { ...from, evidence: `cost-${line}` } }, per: 'once', priceYear: 2026, payers, ...extra });
const asks = (kind: string, en: string, es: string, answer: RequirementFact['answer'] = 'ask'): RequirementFact =>
  ({ kind, answer, amount: null, label: local(en, es), from: { ...from, evidence: `requirement-${kind}` } });

export const RN = credential('registered-nurse-associate', {
  code: 'NUR-3', name: local('Registered nurse by associate degree', 'Enfermería registrada con título de dos años'), shortName: local('Registered nurse', 'Enfermería registrada (RN)'),
  kind: 'associate', links: [link('required-by-law', '29-1141', 'Registered Nurses', 'Enfermeros registrados', RN_PAY)], times: [time(2, 3, 'years')],
});
export const LPN = credential('practical-nurse', {
  code: 'NUR-2', name: local('Practical nurse license (LPN)', 'Licencia de enfermería práctica (LPN)'), shortName: local('Practical nurse (LPN)', 'Enfermería práctica (LPN)'), minAge: 18, renewMonths: 24,
  links: [link('required-by-law', '29-2061', 'Licensed Practical and Licensed Vocational Nurses', 'Enfermeros prácticos o vocacionales con licencia', LPN_PAY)],
  times: [time(12, 18, 'months')],
  costs: [
    cost('tuition', 'Tuition and fees', 'Colegiatura y cuotas', null, ['pell', 'state-grant', 'wioa', 'employer', 'family']),
    cost('exam', 'National exam', 'Examen nacional', 20000, ['employer', 'family']),
    cost('license', 'Ohio license', 'Licencia de Ohio', 7500, ['family']),
    cost('renewal', 'Renewal', 'Renovación', 6500, ['family'], { per: 'renewal' }),
  ],
  requirements: [
    asks('background-check', 'You must pass a background check.', 'Debe pasar una revisión de antecedentes.', 'yes'),
    asks('immunizations', 'Which shots and drug tests does the school ask for?', '¿Qué vacunas y pruebas de drogas pide la escuela?'),
    asks('waiting-list', 'How long is the waiting list?', '¿Cuánto dura la lista de espera?'),
    asks('program-approval', 'Does the state board approve this program?', '¿La junta estatal aprueba este programa?'),
  ],
  leadsTo: [{ fromId: 'practical-nurse', toId: RN.id, kind: 'credit-granted', skippable: true, credits: null, terms: local('Some schools give credit for LPN. Ask before you choose a school.', 'Algunas escuelas dan créditos por LPN. Pregunte antes de elegir.'), evidence: null }],
});
export const AIDE = credential('nurse-aide', {
  code: 'NUR-1', name: local('State-tested nurse aide', 'Auxiliar de enfermería con examen estatal'), shortName: local('Nurse aide', 'Auxiliar de enfermería'), kind: 'registry-listing', minAge: 16,
  links: [link('required-by-law', '31-1131', 'Nursing Assistants', 'Auxiliares de enfermería', AIDE_PAY)], times: [time(4, 12, 'weeks')],
  costs: [
    cost('tuition', 'Class', 'Clase', 60000, ['employer', 'wioa', 'family'], { priceYear: 2023 }), cost('exam', 'State test', 'Examen estatal', 10400, ['employer', 'family']),
    cost('background-check', 'Background check', 'Revisión de antecedentes', 6500, ['employer', 'family']), cost('medical', 'Shots and TB test', 'Vacunas y prueba de TB', null, ['family']),
    cost('books-tools', 'Uniform and shoes', 'Uniforme y zapatos', null, ['school', 'family']),
  ],
  requirements: [asks('drug-test', 'Is there a drug test?', '¿Hay prueba de drogas?')],
  leadsTo: [{ fromId: 'nurse-aide', toId: 'practical-nurse', kind: 'often-before', skippable: true, credits: null, terms: local('Many people start as a nurse aide.', 'Muchas personas empiezan como auxiliar.'), evidence: null }],
});
export const ASSISTANT = credential('medical-assistant', {
  code: 'MED-1', name: local('Certified medical assistant', 'Asistencia médica certificada'), shortName: local('Medical assistant', 'Asistencia médica'), kind: 'certification', jurisdiction: 'national',
  links: [link('qualifies', '31-9092', 'Medical Assistants', 'Asistentes médicos', pay(35000, 38000, 42800, 46000, 48000))], times: [time(9, 12, 'months')],
});
export const ALL: readonly CredentialFacts[] = [AIDE, ASSISTANT, LPN, RN];
export const EVIDENCE: readonly PaperEvidence[] = [
  { id: 'cost-exam', publisher: 'National Council of State Boards of Nursing', type: 'issuer' },
  { id: 'cost-license', publisher: 'Ohio Board of Nursing', type: 'official' },
  { id: 'requirement-background-check', publisher: 'Ohio Board of Nursing', type: 'official' },
];

export const FLOOR = { ...figure(47233, 'usd-per-year'), from: { ...from, source: 'cew-2024' } };

export function draft(lang: Lang, chosen: readonly CredentialFacts[] = [LPN]): PlanDraft {
  const goal = lang === 'en' ? 'work as a nurse near home, without waiting four years for a paycheck.' : 'trabajar en enfermería cerca de casa, sin esperar cuatro años para ganar un sueldo.';
  return defaultPlan({ credentials: chosen, all: ALL, student: { grade: 11, graduates: '2028-06' }, earnedIds: [], betterId: null, goal, areaId: '3900004', today: TODAY }, createTranslator(lang));
}

/** A draft as the vault keeps it. */
export const withIds = (plan: PlanDraft) => ({
  ...plan, meetingOn: '2027-01-20',
  steps: plan.steps.map((step, index) => ({ ...step, id: `step-${index}` })),
  costs: plan.costs.map((cost) => ({ ...cost, stepId: cost.stepIndex === null ? null : `step-${cost.stepIndex}` })),
});

export function planInput(lang: Lang, chosen: readonly CredentialFacts[] = [LPN]): FamilyPlanInput {
  return {
    student: { name: 'Maya', grade: 11, graduates: '2028-06', birthMonth: '2010-03', studentNumber: '' },
    plan: withIds(draft(lang, chosen)),
    figures: { pays: planPays(chosen), baseline: NO_TRAINING_PAY, floor: FLOOR, sources: SOURCES },
    settings: SETTINGS, edition: EDITION, credentials: chosen, evidence: EVIDENCE, breakEven: null,
  };
}

export const familyPlan = (lang: Lang, large = false): PrintDocument => buildFamilyPlan(planInput(lang), createTranslator(lang), { today: TODAY, large });
/** Six steps and eight costs: as much as a plan usually holds. */
export const longPlan = (lang: Lang, large = false): PrintDocument => buildFamilyPlan(planInput(lang, [AIDE, LPN]), createTranslator(lang), { today: TODAY, large });
export const walkInPlan = (lang: Lang, large = false): PrintDocument =>
  buildWalkInPlan(
    { credentials: [LPN], all: ALL, betterId: null, areaId: '3900004', baseline: NO_TRAINING_PAY, floor: FLOOR, sources: SOURCES, settings: SETTINGS, edition: EDITION, evidence: EVIDENCE },
    createTranslator(lang), { today: TODAY, large },
  );
export const recoverySheet = (lang: Lang): PrintDocument =>
  buildRecoverySheet({ code: 'K7MQ2-9WXRT-4HBND-PC83V-6JYFG', settings: SETTINGS }, createTranslator(lang), { today: TODAY });
