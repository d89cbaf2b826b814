/** The records within a document, whatever is around them: an envelope, a graph, a list. */
import { isObject, type JsonObject } from '../json-values.ts';
import { isAssistantInput, isEnvelope, nodesOfGraph } from './form.ts';
import { day } from './values.ts';

/** What an envelope says of the record in it. */
export interface Wrapping {
  /** Day of the last change, YYYY-MM-DD. */
  readonly updated: string | null;
  readonly deleted: boolean;
}

export type Unwrapped =
  | { readonly what: 'node'; readonly node: JsonObject; readonly wrapping: Wrapping; /** A part of another record, named only within its document. */ readonly blank: boolean }
  | { readonly what: 'skip' | 'refuse'; readonly code: string; readonly value: string };

const BARE: Wrapping = { updated: null, deleted: false };
/** Lists, graphs and envelopes within one another; real ones are three deep. */
const DEPTH = 8;
const NEAR_LENGTH = 80;

const near = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, NEAR_LENGTH);

function wrappingOf(envelope: JsonObject): Wrapping {
  const headers = isObject(envelope['node_headers']) ? envelope['node_headers'] : {};
  const days = [headers['updated_at'], envelope['updated_at'], envelope['last_verified_on'], headers['created_at'], envelope['created_at']].map(day);
  return { updated: days.find((each) => each !== null) ?? null, deleted: typeof (headers['deleted_at'] ?? envelope['deleted_at']) === 'string' };
}

/** The document that an envelope carries: as it is, or in the middle part of a signed token. Null when neither can be read. */
function resourceOf(envelope: JsonObject): unknown {
  const decoded = envelope['decoded_resource'];
  if (isObject(decoded) || Array.isArray(decoded)) return decoded;
  const token = typeof decoded === 'string' ? decoded : envelope['resource'];
  if (typeof token !== 'string') return isObject(token) ? token : null;
  const dots = token.split('.');
  const payload = dots.length === 3 ? dots[1] ?? '' : token;
  for (const text of [Buffer.from(payload, 'base64url').toString('utf8'), token]) {
    try {
      return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
    } catch {
      // Not this way of writing it: the other one is tried, and then the envelope is refused.
    }
  }
  return null;
}

/** Every record in a value, and what is none. */
export function* unwrapped(value: unknown, wrapping: Wrapping = BARE, depth = 0): Generator<Unwrapped> {
  if (depth > DEPTH) {
    yield { what: 'refuse', code: 'wrapped-too-deep', value: '' };
  } else if (Array.isArray(value)) {
    for (const each of value as readonly unknown[]) yield* unwrapped(each, wrapping, depth + 1);
  } else if (!isObject(value)) {
    yield { what: 'skip', code: 'bare-value', value: near(value) };
  } else if (isEnvelope(value)) {
    const resource = resourceOf(value);
    if (isObject(resource) || Array.isArray(resource)) yield* unwrapped(resource, wrappingOf(value), depth + 1);
    else yield { what: 'refuse', code: 'envelope-unreadable', value: typeof value['envelope_id'] === 'string' ? value['envelope_id'] : '' };
  } else if (Object.hasOwn(value, '@graph')) {
    for (const node of nodesOfGraph(value)) yield* unwrapped(node, wrapping, depth + 1);
    if (Object.hasOwn(value, '@type')) yield { what: 'node', node: value, wrapping, blank: false };
  } else if (isAssistantInput(value)) {
    yield { what: 'skip', code: 'assistant-input', value: near(value) };
  } else {
    yield { what: 'node', node: value, wrapping, blank: typeof value['@id'] === 'string' && value['@id'].startsWith('_:') };
  }
}

export const UNWRAP_PROBLEMS = {
  'wrapped-too-deep': 'Lists or envelopes stand within one another deeper than in any real document.',
  'bare-value': 'A bare text or number between the records: a note to a reader.',
  'envelope-unreadable': 'The envelope carries no document that can be read.',
  'assistant-input': 'What a publisher sends to the registry\'s assistant, not what the registry published.',
} as const;
