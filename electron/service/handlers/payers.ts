/** Handler of who might pay: the rules of the open edition as they stand today, asked of one credential. */
import { getCredentialFacts } from '../../../db/reference/queries/get-credential-facts.ts';
import { listRules } from '../../../db/reference/queries/list-rules.ts';
import type { ReferenceDb } from '../../../db/reference/reference-db.ts';
import type { PayerHintRow } from '../../../shared/contract/payers.ts';
import type { Payer } from '../../../shared/domain/facts.ts';
import { ruleOn } from '../../../shared/domain/rules/dated.ts';
import type { DatedRule } from '../../../shared/domain/rules/dated.ts';
import { hintsFor, payerQuestionOf, workforcePellQuestionOf } from '../../../shared/domain/rules/payer-question.ts';
import { GI_BILL_TESTS_SHAPE, payerHints } from '../../../shared/domain/rules/payers.ts';
import { ACADEMIC_YEAR_SHAPE, PELL_AWARD_SHAPE } from '../../../shared/domain/rules/pell.ts';
import { POVERTY_SHAPE } from '../../../shared/domain/rules/poverty.ts';
import { WORKFORCE_PELL_SHAPE, workforcePell } from '../../../shared/domain/rules/workforce-pell.ts';
import type { Shaped } from '../../../shared/domain/shape.ts';
import { CodedError } from '../../../shared/kernel/errors.ts';
import type { Handlers } from '../dispatcher.ts';

export function payerHandlers(db: ReferenceDb, today: () => string): Pick<Handlers, 'payers.listHints'> {
  const rule = <P>(kind: string, shape: Shaped<P>): DatedRule<P> | null => {
    const found = ruleOn(listRules(db, kind, today()), kind, shape, today());
    return found.ok ? found.value : null;
  };
  return {
    'payers.listHints': ({ credentialId, areaId, person }) => {
      const facts = getCredentialFacts(db, credentialId, areaId);
      if (!facts) throw new CodedError('not-found', { what: 'credential' });
      const [award, year, tests] = [rule('pell-award', PELL_AWARD_SHAPE), rule('academic-year', ACADEMIC_YEAR_SHAPE), rule('gi-bill-tests', GI_BILL_TESTS_SHAPE)];
      const [short, poverty] = [rule('workforce-pell', WORKFORCE_PELL_SHAPE), rule('poverty-guideline', POVERTY_SHAPE)];
      const program = short && workforcePell(workforcePellQuestionOf(facts), short.params, poverty?.params ?? null);
      const found = payerHints(payerQuestionOf(facts, person, program, year?.params ?? null), { award: award?.params ?? null, year: year?.params ?? null, tests: tests?.params ?? null });
      const ruleOf: Readonly<Partial<Record<Payer, DatedRule<unknown> | null>>> = { pell: award, 'workforce-pell': short, 'gi-bill': tests };
      const hints = hintsFor(facts, found, short?.params ?? null).map(({ payer, fit, reasons }): PayerHintRow => {
        const by = ruleOf[payer] ?? null;
        const asked = payer === 'workforce-pell' && !person.inHighSchool && program ? program.criteria : [];
        return {
          payer, fit, reasons: structuredClone(reasons) as PayerHintRow['reasons'], tests: asked.map(({ state, reason }) => ({ state, reason: structuredClone(reason) as PayerHintRow['reasons'][number] })),
          from: by && { source: by.source, evidence: null, vintage: db.vintages.get(by.source) ?? null, area: null, basis: 'published', method: null },
        };
      });
      return { hints };
    },
  };
}
