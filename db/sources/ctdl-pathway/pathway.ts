/** A pathway of CTDL as its document says it: components, and what each needs before it. */
import { isObject, type JsonObject } from '../json-values.ts';
import { classesOf, many, parts, property, references, text } from '../ctdl/values.ts';

/** What a component needs: some or all of others. */
export interface Condition {
  readonly name: string | null;
  /** How many; null means all. */
  readonly needed: number | null;
  /** Ids of components in the file. */
  readonly of: readonly string[];
  /** How many more it names that the file does not hold. */
  readonly elsewhere: number;
  readonly constraints: readonly string[];
}
export interface Component {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  /** Place of its term or level; null when it has none. */
  readonly term: number | null;
  readonly termName: string | null;
  readonly conditions: readonly Condition[];
  /** Ids of components that come before it, by its conditions and by the other ways in which documents say so. */
  readonly before: readonly string[];
}
export interface Pathway {
  readonly id: string;
  readonly name: string;
  readonly destinations: readonly string[];
  readonly components: readonly Component[];
}

const PREFIXES = ['ceterms:', 'ceasn:', 'asn:', ':', ''];
const get = (node: JsonObject, name: string): unknown => property(node, name, PREFIXES);
const idsIn = (node: JsonObject, ...names: readonly string[]): readonly string[] => names.flatMap((name) => references(get(node, name)));
const words = (id: string): string => id.slice(Math.max(id.lastIndexOf(':'), id.lastIndexOf('/')) + 1).replace(/([a-z])([A-Z])/g, '$1 $2');
const isClass = (node: JsonObject, wanted: string): boolean => classesOf(node).some(({ name }) => name === wanted);
const COMPARED: Readonly<Record<string, string>> = { eq: 'is', gteq: 'is at least', lteq: 'is at most', gt: 'is more than', lt: 'is less than' };

/** A constraint in words: "Student Grade is any of Grade A, Grade B". */
function constraintWords(node: JsonObject): string {
  const side = (name: string): string => many(get(node, name)).filter((each) => typeof each === 'string' || typeof each === 'number').map((each) => words(String(each))).join(', ');
  const comparator = words(idsIn(node, 'comparator')[0] ?? '').toLowerCase();
  const action = words(idsIn(node, 'rightAction')[0] ?? '').toLowerCase();
  return [side('leftSource'), COMPARED[comparator] ?? comparator, ...(action === '' ? [] : [action]), side('rightSource')].filter((part) => part !== '').join(' ');
}

function conditionsOf(node: JsonObject, held: (id: string) => string | null, nodes: ReadonlyMap<string, JsonObject>): readonly Condition[] {
  const said = [...parts(get(node, 'hasCondition')), ...parts(get(node, 'requiredCondition'))];
  return said.map((condition) => {
    const rules = [condition, ...parts(get(condition, 'ruleSet'))];
    const targets = [...new Set(rules.flatMap((each) => idsIn(each, 'targetComponent')))];
    const of = targets.flatMap((id) => held(id) ?? []);
    const number = rules.map((each) => get(each, 'requiredNumber')).find((each) => typeof each === 'number') ?? get(node, 'requiredNumber');
    const constraints = many(get(condition, 'hasConstraint')).flatMap((each) => (isObject(each) && !Object.hasOwn(each, '@id') ? [each] : references(each).flatMap((id): readonly JsonObject[] => { const node = nodes.get(id); return node ? [node] : []; })));
    return { name: text(get(condition, 'name')) ?? text(get(condition, 'description')), needed: typeof number === 'number' ? number : null, of, elsewhere: targets.length - of.length, constraints: constraints.map(constraintWords) };
  });
}

/** The pathways of a graph; what belongs to none of them belongs to the first. */
export function pathwaysOf(nodes: readonly JsonObject[]): readonly Pathway[] {
  const idOf = (node: JsonObject, index: number): string => (typeof node['@id'] === 'string' ? node['@id'] : `component ${index + 1}`);
  const byId = new Map(nodes.map((node, index) => [idOf(node, index), node]));
  const used = new Map<string, number>();
  const components = nodes.flatMap((node, index) => {
    if (isClass(node, 'Pathway') || isClass(node, 'PathwaySet') || isClass(node, 'Constraint') || isClass(node, 'ComponentCondition')) return [];
    const id = idOf(node, index);
    const times = (used.get(id) ?? 0) + 1;
    used.set(id, times);
    // One id given to two components: both are kept, the second under a name of its own.
    return [{ id: times === 1 ? id : `${id} (${times})`, node }];
  });
  const own = new Set(components.map(({ id }) => id));
  const held = (id: string): string | null => (own.has(id) ? id : null);
  const before = new Map<string, Set<string>>(components.map(({ id }) => [id, new Set<string>()]));
  const add = (first: string, then: string): void => {
    if (own.has(first) && first !== then) before.get(then)?.add(first);
  };
  const conditions: ReadonlyMap<string, readonly Condition[]> = new Map(components.map(({ id, node }) => [id, conditionsOf(node, held, byId)]));
  for (const { id, node } of components) {
    for (const first of [...(conditions.get(id) ?? []).flatMap(({ of }) => of), ...idsIn(node, 'hasChild', 'isParentOf', 'prerequisite', 'precededBy')]) add(first, id);
    for (const then of idsIn(node, 'isChildOf', 'precedes', 'preparesFor')) add(id, then);
  }
  return nodes.flatMap((node, index) => {
    if (!isClass(node, 'Pathway')) return [];
    const id = idOf(node, index);
    const claimed = components.filter((each) => idsIn(each.node, 'isDestinationComponentFor', 'isDestinationComponentOf', 'isRootOf').includes(id)).map((each) => each.id);
    const name = text(get(node, 'name')) ?? id;
    const named = [...new Set([...idsIn(node, 'hasDestinationComponent', 'hasRoot').filter((each) => own.has(each)), ...claimed])];
    const earlier = new Set([...before.values()].flatMap((ids) => [...ids]));
    // A pathway that names no goal it holds: the one step that all else leads to.
    const last = components.filter((each) => !earlier.has(each.id) && (before.get(each.id)?.size ?? 0) > 0).map((each) => each.id);
    const destinations = named.length > 0 ? named : last.length === 1 ? last : [];
    return [{
      id, name, destinations,
      components: components.map((each) => componentOf(each.id, each.node, conditions.get(each.id) ?? [], [...(before.get(each.id) ?? [])], destinations.includes(each.id) ? name : null)),
    }];
  });
}

function componentOf(id: string, node: JsonObject, conditions: readonly Condition[], before: readonly string[], goal: string | null): Component {
  const levels = [...parts(get(node, 'programTerm')), ...parts(get(node, 'proficiencyLevel'))];
  const term = levels.map((level) => get(level, 'sequence')).find((each) => typeof each === 'number') ?? get(node, 'programTerm');
  const name = text(get(node, 'name')) ?? (conditions.length === 1 ? conditions[0]?.name : null) ?? goal ?? references(get(node, 'subjectWebpage'))[0] ?? id;
  return {
    id, name, code: text(get(node, 'codedNotation')) ?? text(get(node, 'courseCode')), term: typeof term === 'number' ? term : null,
    termName: levels.map((level) => text(get(level, 'name'))).find((each) => each !== null) ?? null, conditions, before,
  };
}
