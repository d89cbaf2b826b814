/**
 * What a record must hold, by the registry's own schemas. What is needed to tell what it is, whose it is and where to look
 * refuses it when it is missing; what is missing besides is flagged. A manifest is nothing but its costs or its conditions:
 * one that does not say them is refused.
 */
import type { JsonObject } from '../json-values.ts';
import { many, parts, property, references, text } from './values.ts';

/** The property that is missing or wrong. */
export interface Fault {
  readonly code: string;
  readonly column: string;
}

const CONDITIONS = ['requires', 'recommends', 'entryCondition', 'corequisite', 'renewal'];

const has = (node: JsonObject, ...names: readonly string[]): boolean => names.some((name) => many(property(node, name)).length > 0);
const missing = (code: string, column: string, held: boolean): readonly Fault[] => (held ? [] : [{ code, column: `ceterms:${column}` }]);
const nameOf = (node: JsonObject): readonly Fault[] => missing('name-missing', 'name', text(property(node, 'name')) !== null);
const webpage = (node: JsonObject): readonly Fault[] => missing('webpage-missing', 'subjectWebpage', references(property(node, 'subjectWebpage') ?? node['schema:url']).length > 0);
const owner = (node: JsonObject): readonly Fault[] => missing('owner-missing', 'ownedBy', has(node, 'ownedBy', 'offeredBy', 'owner'));
const availability = (node: JsonObject): readonly Fault[] => missing('availability-missing', 'availableAt', has(node, 'availableAt', 'availableOnlineAt', 'availabilityListing'));

/** The first thing for which a record of a class is refused; null when it may be read. */
export function faultOf(node: JsonObject, className: string, use: string): Fault | null {
  const faults = ((): readonly Fault[] => {
    if (use === 'credential') return [...nameOf(node), ...webpage(node), ...owner(node)];
    if (use === 'organization') {
      return [...nameOf(node), ...webpage(node), ...missing('contact-missing', 'email', has(node, 'email', 'address', 'targetContactPoint'))];
    }
    if (use === 'cost-manifest') {
      return [
        ...missing('cost-details-missing', 'costDetails', has(node, 'costDetails')), ...missing('manifest-of-missing', 'costManifestOf', has(node, 'costManifestOf')),
        ...parts(property(node, 'estimatedCost')).flatMap((cost) => missing('cost-line-details-missing', 'estimatedCost.ceterms:costDetails', has(cost, 'costDetails'))),
      ];
    }
    if (use === 'condition-manifest') {
      return [
        ...missing('manifest-of-missing', 'conditionManifestOf', has(node, 'conditionManifestOf')), ...webpage(node),
        ...CONDITIONS.flatMap((name) => parts(property(node, name)).flatMap((condition) => missing('condition-undescribed', `${name}.ceterms:description`, text(property(condition, 'description')) !== null))),
      ];
    }
    if (className === 'AssessmentProfile' || className === 'LearningOpportunityProfile') return [...nameOf(node), ...webpage(node), ...owner(node), ...availability(node)];
    return [];
  })();
  return faults[0] ?? null;
}

export const RULE_PROBLEMS = {
  'name-missing': 'The record has no name.',
  'webpage-missing': 'The record names no web page, which the registry asks for.',
  'owner-missing': 'Nobody is named who owns or offers it, which the registry asks for.',
  'contact-missing': 'The organization gives neither an e-mail address nor an address nor a contact, one of which the registry asks for.',
  'availability-missing': 'The record does not say where it is available: no place, no online address and no listing.',
  'cost-details-missing': 'The list of costs names no page with the details of the costs, which the registry asks for.',
  'cost-line-details-missing': 'A cost in the list of costs names no page with its details, which the registry asks for.',
  'manifest-of-missing': 'The manifest does not say whose costs or conditions it holds.',
  'condition-undescribed': 'A condition of the manifest is not described: what it asks for stays open.',
} as const;
