/** Which of the forms of education data in JSON a file has. One answer for a file, so that no two kinds claim it. */
import type { SourceInput } from '../file/source-input.ts';
import { isObject, type JsonObject } from '../json-values.ts';
import { classesOf, many, parts } from './values.ts';

export type JsonForm = 'ctdl' | 'ctdl-pathway' | 'ctdl-vocabulary' | 'json-ld-context' | 'json-schema' | 'open-badge' | 'badge-pathway' | 'registry-survey';

const CTDL_PREFIX = /^(?:ceterms|ceasn|qdata|asn|navy):/;
/** Top-level properties of what publishers send to the registry's assistant, which uses names without prefix. */
const ASSISTANT = ['PublishForOrganizationIdentifier', 'OwningOrganizationIdentifier', 'PublishByOrganizationIdentifier', 'GraphInput', 'OwningOrganization', 'PathwayComponents', 'CTID', 'Ctid', 'TransferValueFor', 'TransferValueFrom', 'SubjectWebpage', 'OfferedBy', 'DataSetProfile'];
const PERSON_CLASSES = new Set(['VerifiableCredential', 'OpenBadgeCredential', 'AchievementCredential', 'EndorsementCredential', 'VerifiablePresentation', 'Assertion', 'ClrCredential']);
const GRAPH_LOOK = 60;

export const nodesOfGraph = (value: JsonObject): readonly unknown[] => many(value['@graph']);
const isPathwayClass = (name: string): boolean => name === 'Pathway' || name === 'PathwaySet' || name === 'ComponentCondition' || name === 'Constraint' || /^[A-Z][A-Za-z]*Component$/.test(name);
const hasClass = (node: JsonObject, test: (name: string) => boolean): boolean => classesOf(node).some(({ name }) => test(name));

/** True for what a publisher sends to the registry's assistant. */
export const isAssistantInput = (value: JsonObject): boolean =>
  ASSISTANT.some((name) => Object.hasOwn(value, name)) && !Object.keys(value).some((key) => CTDL_PREFIX.test(key)) || isObject(value['Credential']) || isObject(value['LearningOpportunity']) || isObject(value['Organization']);

/** The document within an envelope of the registry, or null when it is none. */
export const isEnvelope = (value: JsonObject): boolean => Object.hasOwn(value, 'decoded_resource') || Object.hasOwn(value, 'envelope_community') || (Object.hasOwn(value, 'envelope_id') && Object.hasOwn(value, 'resource'));

function isClassMap(value: JsonObject): boolean {
  const entries = Object.entries(value);
  return entries.length > 20 && entries.every(([key, child]) => /^\w+:\w+$/.test(key) && isObject(child) && Object.keys(child).every((name) => /^\w+:\w+$/.test(name)));
}

/** Form of one document; null when it is none of these. */
export function formOf(value: unknown): JsonForm | null {
  if (!isObject(value)) return null;
  const keys = Object.keys(value);
  if (typeof value['$schema'] === 'string' && value['$schema'].includes('json-schema.org')) return 'json-schema';
  if (keys.length === 1 && keys[0] === '@context') return 'json-ld-context';
  if (isClassMap(value) || (Object.hasOwn(value, 'resource_type') && Object.hasOwn(value, 'aliases'))) return 'ctdl-vocabulary';
  if (Object.hasOwn(value, 'community') && Object.hasOwn(value, 'documents') && Object.hasOwn(value, 'registry')) return 'registry-survey';
  if (hasClass(value, (name) => PERSON_CLASSES.has(name)) && Object.hasOwn(value, 'credentialSubject')) return 'open-badge';
  if (Object.hasOwn(value, 'elementId') && Array.isArray(value['children'])) return 'badge-pathway';
  if (isEnvelope(value)) return isObject(value['decoded_resource']) ? formOf(value['decoded_resource']) ?? 'ctdl' : 'ctdl';
  const nodes = parts(value['@graph']);
  if (nodes.slice(0, GRAPH_LOOK).some((node) => hasClass(node, (name) => name === 'Class' || name === 'Property'))) return 'ctdl-vocabulary';
  if (hasClass(value, isPathwayClass) || nodes.some((node) => hasClass(node, isPathwayClass))) return 'ctdl-pathway';
  const speaks = (node: JsonObject): boolean => Object.keys(node).some((key) => CTDL_PREFIX.test(key)) || many(node['@type']).some((each) => typeof each === 'string' && (CTDL_PREFIX.test(each) || /^skos:Concept/i.test(each)));
  return speaks(value) || nodes.slice(0, GRAPH_LOOK).some(speaks) || isAssistantInput(value) ? 'ctdl' : null;
}

/** Form of a file: that of its first document that has one. */
export function formOfInput(input: SourceInput): JsonForm | null {
  if (input.form !== 'json') return null;
  for (const document of input.head) {
    const form = 'value' in document ? formOf(document.value) : null;
    if (form !== null) return form;
  }
  return null;
}
