/** From what is asked for to the document that is printed. */
import { getEdition } from '../../db/reference/queries/get-edition.ts';
import { getPlan } from '../../db/vault/queries/get-plan.ts';
import { getStudent } from '../../db/vault/queries/get-student.ts';
import type { PrintRequest } from '../../shared/contract/print.ts';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { never } from '../../shared/kernel/result.ts';
import { planPays } from '../../shared/print/default-plan.ts';
import { inOrder } from '../../shared/print/draft-steps.ts';
import { buildFamilyPlan } from '../../shared/print/family-plan.ts';
import type { PrintDocument } from '../../shared/print/model.ts';
import { planBreakEven } from '../../shared/print/plan-break-even.ts';
import { buildRecoverySheet } from '../../shared/print/recovery-sheet.ts';
import { buildTouchedList } from '../../shared/print/touched-list.ts';
import { buildWalkInPlan } from '../../shared/print/walk-in-plan.ts';
import { draftGround } from './neighbors.ts';
import type { Asked, PrintContext } from './print-context.ts';
import { evidenceOf, factsOf, namesOf, notGivenOf, paidIn, sourcesOf } from './reference-facts.ts';
import { comparisonSheet, credentialSheet, fieldSheet, jobsSheet } from './sheet-documents.ts';
import { listTouched } from './touched-plans.ts';
import type { TouchedContext } from './touched-plans.ts';

/** What is printed, and about which students of the vault; none for paper about nobody in it. */
export interface Printable {
  readonly document: PrintDocument;
  readonly studentIds: readonly string[];
}

function familyPlan({ db, vault, settings, today }: PrintContext, { planId, lang, large, studentNumber }: Asked<'family-plan'>): Printable {
  const { plan, student } = vault.read((reader) => {
    const found = getPlan(reader, planId);
    return { plan: found, student: getStudent(reader, found.studentId).student };
  });
  const { snapshot } = plan;
  const document = buildFamilyPlan(
    {
      // Only what paper may say of a student goes further: no note, no wage.
      student: { name: student.name, grade: student.grade, graduates: student.graduates, birthMonth: student.birthMonth, studentNumber: student.studentNumber },
      plan, figures: snapshot, settings: settings(), edition: snapshot,
      credentials: namesOf(db, [...plan.steps, ...snapshot.pays].map((each) => each.credentialId)),
      evidence: evidenceOf(db, [...plan.costs, ...plan.checks].map((each) => each.evidence)),
      notGiven: notGivenOf(db, plan.steps.map((each) => each.credentialId)),
      breakEven: planBreakEven({ plan, figures: snapshot, paidWhileLearning: paidIn(db, plan.steps.map((each) => each.credentialId)) }),
    },
    createTranslator(lang), { today: today(), large, studentNumber },
  );
  return { document, studentIds: [student.id] };
}

function walkInPlan({ db, judge, settings, today, own }: PrintContext, { credentialIds, areaId, lang, large }: Asked<'walk-in-plan'>): PrintDocument {
  const judged = judge(areaId);
  const credentials = inOrder(factsOf(judged, [...new Set(credentialIds)]));
  const last = credentials.at(-1);
  const facts = credentials.flatMap((each) => [...each.costs.map((cost) => cost.amount), ...each.requirements]);
  return buildWalkInPlan(
    {
      credentials, all: draftGround(db, judged, credentials.map(({ id }) => id)), betterId: last ? (judged.verdicts.get(last.id)?.better?.credentialId ?? null) : null, areaId,
      baseline: judged.baseline?.pay ?? null, floor: judged.floor.floor, sources: sourcesOf(db, planPays(credentials), judged),
      settings: settings(), edition: getEdition(db), evidence: evidenceOf(db, facts.map((each) => each.from.evidence)), own: own(),
    },
    createTranslator(lang), { today: today(), large },
  );
}

/** Builds what was asked for. Errors: not-found; vault-locked for what names students. */
export function documentFor(context: PrintContext, request: Exclude<PrintRequest, { kind: 'touched-list' }>): Printable {
  switch (request.kind) {
    case 'family-plan': return familyPlan(context, request);
    case 'walk-in-plan': return { document: walkInPlan(context, request), studentIds: [] };
    case 'credential-sheet': return { document: credentialSheet(context, request), studentIds: [] };
    case 'comparison-sheet': return { document: comparisonSheet(context, request), studentIds: [] };
    case 'field-sheet': return { document: fieldSheet(context, request), studentIds: [] };
    case 'jobs-sheet': return { document: jobsSheet(context, request), studentIds: [] };
    case 'recovery-sheet':
      return { document: buildRecoverySheet({ code: request.recoveryCode, settings: context.settings() }, createTranslator(request.lang), { today: context.today() }), studentIds: [] };
    default: return never(request);
  }
}

async function touchedList(context: PrintContext & TouchedContext, { lang, large }: Asked<'touched-list'>): Promise<Printable> {
  const touched = await listTouched(context);
  const document = buildTouchedList({ ...touched, settings: context.settings() }, createTranslator(lang), { today: context.today(), large });
  return { document, studentIds: touched.students.map(({ id }) => id) };
}

/** Any paper, also that which takes looking at every plan. Errors: those of `documentFor`. */
export const printableFor = async (context: PrintContext & TouchedContext, request: PrintRequest): Promise<Printable> =>
  (request.kind === 'touched-list' ? touchedList(context, request) : documentFor(context, request));
