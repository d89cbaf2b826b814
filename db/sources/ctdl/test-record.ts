/** Tells records made for trying things out from real ones. */
import type { JsonObject } from '../json-values.ts';
import { parts, property, references, text } from './values.ts';

const TRIAL_NAME = /^(?:TESTING_|zzz)/i;
const WORD_TEST = /\btest\b/i;
/** Real names that hold the word: exams, and the work of testing. */
const REAL_TEST = /\b(?:of|aptitude|proficiency|placement|admissions?|driving|blood|water|soil|software|english|ged|hiset|toefl|drug|skills?|stress|flight|achievement|language|knowledge) tests?\b|\btests? (?:of|for|technician|engineer|analyst|administrator|proctor|pilot|operator|management|automation|prep)/i;
/** A label of a host under which registries keep what is not real. */
const TRIAL_HOST = /^https?:\/\/(?:[^/]*[.-])?(?:sandbox|staging|localhost|dev|test|ctitest)(?:[.:/-]|$)/i;
const PLACEHOLDER_PAGE = /^https?:\/\/(?:[^/]*\.)?(?:example\.(?:com|org|net)|test\.com)(?:[/?#:]|$)|google\.com\/?\?|[?&]t=test/i;
const TRIAL_PRICES = new Set([123456, 1234567, 123456.78]);

/** Why a record is taken for a trial one, in a word to show; null for a real one. */
export function trialSign(node: JsonObject): string | null {
  const name = text(property(node, 'name')) ?? '';
  if (TRIAL_NAME.test(name) || (WORD_TEST.test(name) && !REAL_TEST.test(name))) return name;
  const ids = [typeof node['@id'] === 'string' ? node['@id'] : '', ...references(property(node, 'ownedBy')), ...references(property(node, 'offeredBy'))];
  const host = ids.find((id) => TRIAL_HOST.test(id));
  if (host !== undefined) return host;
  const page = references(property(node, 'subjectWebpage')).find((url) => TRIAL_HOST.test(url) || PLACEHOLDER_PAGE.test(url));
  if (page !== undefined) return page;
  const price = parts(property(node, 'estimatedCost')).map((cost) => property(cost, 'price')).map((said) => (typeof said === 'string' || typeof said === 'number' ? Number(said) : NaN)).find((each) => TRIAL_PRICES.has(each));
  return price === undefined ? null : String(price);
}
