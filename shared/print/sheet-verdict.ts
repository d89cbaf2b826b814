import type { CredentialFacts } from '../domain/facts.ts';
import type { Reason } from '../domain/reason.ts';
import type { VerdictResult } from '../domain/results.ts';
import type { Translator } from '../i18n/translator.ts';

/** Yearly dollars to the nearest hundred and areas without the words of the survey, as families read them; the exact ones are for screens. */
export function familyReason(reason: Reason, t: Translator): string {
  const params = Object.fromEntries(Object.entries(reason.params).map(([name, value]) => [
    name,
    (name === 'median' || name === 'gap') && typeof value === 'number' ? Math.round(value / 100) * 100
      : name === 'area' && typeof value === 'string' ? value.replace(/ nonmetropolitan area$/, '') : value,
  ]));
  return t.reason({ code: reason.code, params });
}

/**
 * The verdict, as far as checked facts bear it: when nobody has checked which job the credential
 * opens, paper says that there is not enough evidence and states nothing of that job.
 */
export function checkedVerdict(verdict: VerdictResult, facts: CredentialFacts): VerdictResult {
  if (verdict.soc === null || facts.links.some(({ occupation }) => occupation.soc === verdict.soc)) return verdict;
  return { ...verdict, verdict: 'unknown', closeCall: false, soc: null, job: [], part: [{ code: 'part.no-link', params: {} }], better: null, stillRight: [] };
}
