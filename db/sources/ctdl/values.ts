/**
 * Values of CTDL, whatever shape a document gives them: since 2019 language maps and plain addresses, before that plain texts
 * and `{"@id": ...}`, and one value or a list of them where either may stand.
 */
import { isObject, type JsonObject } from '../json-values.ts';

/** The value as a list: nothing is empty, one value is a list of one. */
export function many(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === undefined || value === null ? [] : [value];
}

/** A property of CTDL by its short name; the prefixes are tried in order. */
export function property(node: JsonObject, name: string, prefixes: readonly string[] = ['ceterms:', 'ceasn:', 'schema:']): unknown {
  for (const prefix of prefixes) {
    const key = `${prefix}${name}`;
    if (Object.hasOwn(node, key) && node[key] !== null) return node[key];
  }
  return undefined;
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Texts in a language: a plain one is English. `lang` is the start of a tag: "en" takes "en-US". */
function texts(value: unknown, lang: 'en' | 'es'): readonly string[] {
  return many(value).flatMap((each): readonly string[] => {
    if (typeof each === 'string') return lang === 'en' ? [each] : [];
    if (!isObject(each)) return [];
    return Object.entries(each)
      .filter(([tag]) => tag.toLowerCase() === lang || tag.toLowerCase().startsWith(`${lang}-`))
      .flatMap(([, said]) => many(said).filter((one) => typeof one === 'string'));
  }).map(tidy).filter((text) => text !== '');
}

/** The first text in English, or a plain one; of a map without English the first it has. Null when there is none. */
export function text(value: unknown): string | null {
  const [english] = texts(value, 'en');
  if (english !== undefined) return english;
  for (const each of many(value)) {
    if (!isObject(each)) continue;
    const said = Object.entries(each).find(([tag, one]) => /^[a-z]{2,3}(?:-|$)/i.test(tag) && typeof one === 'string' && tidy(one) !== '')?.[1];
    if (typeof said === 'string') return tidy(said);
  }
  return null;
}

export const allTexts = (value: unknown): readonly string[] => texts(value, 'en');
export const spanish = (value: unknown): string | null => texts(value, 'es')[0] ?? null;

/** Addresses and ids that the value points to. */
export function references(value: unknown): readonly string[] {
  return many(value).flatMap((each) => (typeof each === 'string' ? [each] : isObject(each) && typeof each['@id'] === 'string' ? [each['@id']] : []))
    .map(tidy).filter((id) => id !== '');
}

/** The parts of a value that are objects with properties of their own. */
export const parts = (value: unknown): readonly JsonObject[] => many(value).filter(isObject);

/** Classes of a node without their prefix, as "Certificate", and with it. */
export function classesOf(node: JsonObject): readonly { readonly name: string; readonly prefix: string }[] {
  return many(node['@type'] ?? node['type']).filter((each) => typeof each === 'string').map((each) => {
    const at = Math.max(each.lastIndexOf(':'), each.lastIndexOf('/'), each.lastIndexOf('#'));
    return { name: each.slice(at + 1), prefix: at < 0 ? '' : each.slice(0, at) };
  });
}

const CTID = /(?:^|[/:])(?:ce-)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

/** The registry id that a text is or ends with, in small letters: "ce-..."; older ones begin with "urn:ctid:". Null when it is none. */
export function ctidIn(id: string | null): string | null {
  const found = id === null ? null : CTID.exec(id.trim());
  return found?.[1] === undefined ? null : `ce-${found[1].toLowerCase()}`;
}

/** A day, YYYY-MM-DD; null when the text does not begin with one. */
export const day = (value: unknown): string | null => (typeof value === 'string' ? /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/.exec(value)?.[0] ?? null : null);
