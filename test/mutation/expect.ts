/**
 * The part of `expect` that the engine's tests use, for a runner that has no test runner under
 * it: thousands of mutants are tried in one process. A matcher that is not here fails the dry run.
 */
interface Asymmetric {
  readonly matches: (value: unknown) => boolean;
}
const asymmetric = (matches: (value: unknown) => boolean): Asymmetric & { readonly [Symbol.toStringTag]: string } => ({ matches, [Symbol.toStringTag]: 'Asymmetric' });
const isAsymmetric = (value: unknown): value is Asymmetric => typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Asymmetric]';
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Deep equality as Jest's: properties that are undefined are as good as missing; `partial` looks at the expected ones only. */
function equals(found: unknown, wanted: unknown, partial = false): boolean {
  if (isAsymmetric(wanted)) return wanted.matches(found);
  if (Object.is(found, wanted)) return true;
  if (!isObject(found) || !isObject(wanted)) return false;
  if (found instanceof Map && wanted instanceof Map) return equals([...found], [...wanted]);
  // The order in which a set was filled tells nothing.
  if (found instanceof Set && wanted instanceof Set) return found.size === wanted.size && [...wanted].every((each) => [...found].some((other) => equals(other, each)));
  if (Array.isArray(wanted) || ArrayBuffer.isView(wanted)) {
    const [a, b] = [found as unknown as ArrayLike<unknown>, wanted as unknown as ArrayLike<unknown>];
    return a.length === b.length && Array.from(b).every((each, index) => equals(a[index], each, partial));
  }
  if (Array.isArray(found)) return false;
  const keys = partial ? Object.keys(wanted) : [...new Set([...Object.keys(found), ...Object.keys(wanted)])];
  return keys.every((key) => equals(found[key], wanted[key], partial));
}

const close = (found: unknown, wanted: number, digits: number): boolean => typeof found === 'number' && (found === wanted || Math.abs(found - wanted) < 10 ** -digits / 2);

const MATCHERS: Readonly<Record<string, (found: unknown, ...args: never[]) => boolean>> = {
  toBe: (found, wanted: unknown) => Object.is(found, wanted),
  toEqual: (found, wanted: unknown) => equals(found, wanted),
  toStrictEqual: (found, wanted: unknown) => equals(found, wanted),
  toMatchObject: (found, wanted: unknown) => equals(found, wanted, true),
  toHaveLength: (found, length: number) => (found as ArrayLike<unknown> | null | undefined)?.length === length,
  toBeNull: (found) => found === null,
  toBeUndefined: (found) => found === undefined,
  toBeDefined: (found) => found !== undefined,
  toBeTruthy: (found) => Boolean(found),
  toBeTypeOf: (found, type: string) => typeof found === type,
  toBeCloseTo: (found, wanted: number, digits = 2 as never) => close(found, wanted, digits),
  toBeGreaterThan: (found, than: number) => (found as number) > than,
  toBeGreaterThanOrEqual: (found, than: number) => (found as number) >= than,
  toBeLessThan: (found, than: number) => (found as number) < than,
  toBeLessThanOrEqual: (found, than: number) => (found as number) <= than,
  toContain: (found, each: unknown) => (typeof found === 'string' ? found.includes(String(each)) : [...(found as Iterable<unknown>)].includes(each)),
  toContainEqual: (found, each: unknown) => [...(found as Iterable<unknown>)].some((item) => equals(item, each)),
  toMatch: (found, pattern: string | RegExp) => (typeof pattern === 'string' ? String(found).includes(pattern) : pattern.test(String(found))),
  toHaveProperty: (found, key: string) => isObject(found) && key in found,
};

function threw(action: unknown, wanted: unknown): boolean {
  try {
    (action as () => unknown)();
  } catch (error) {
    if (wanted === undefined) return true;
    if (typeof wanted === 'function') return error instanceof wanted;
    const message = error instanceof Error ? error.message : String(error);
    return wanted instanceof RegExp ? wanted.test(message) : message.includes(String(wanted));
  }
  return false;
}

class Expectation {
  readonly #found: unknown;
  readonly #negated: boolean;
  constructor(found: unknown, negated = false) {
    this.#found = found;
    this.#negated = negated;
  }
  get not(): Record<string, (...args: unknown[]) => void> { return matchersOf(new Expectation(this.#found, true)); }
  check(name: string, args: unknown[]): void {
    const holds = name === 'toThrow' ? threw(this.#found, args[0]) : MATCHERS[name]?.(this.#found, ...(args as never[]));
    if (holds === undefined) throw new Error(`the mutation runner has no matcher ${name}`);
    if (holds === this.#negated) throw new Error(`${this.#negated ? 'not ' : ''}${name}`);
  }
}

/** A matcher for every name, so that one that is missing says so when it is used. */
function matchersOf(expectation: Expectation): Record<string, (...args: unknown[]) => void> {
  return new Proxy({}, {
    get: (_, name: string) => (name === 'not' ? expectation.not : (...args: unknown[]) => { expectation.check(name, args); }),
  });
}

export const expect = Object.assign((found: unknown) => matchersOf(new Expectation(found)), {
  closeTo: (wanted: number, digits = 2) => asymmetric((found) => close(found, wanted, digits)),
  any: (type: unknown) => asymmetric((found) => (type === Number ? typeof found === 'number' : type === String ? typeof found === 'string' : typeof type === 'function' && found instanceof type)),
  anything: () => asymmetric((found) => found !== null && found !== undefined),
  stringMatching: (pattern: string | RegExp) => asymmetric((found) => typeof found === 'string' && new RegExp(pattern).test(found)),
  stringContaining: (part: string) => asymmetric((found) => typeof found === 'string' && found.includes(part)),
  objectContaining: (wanted: object) => asymmetric((found) => equals(found, wanted, true)),
  arrayContaining: (wanted: readonly unknown[]) => asymmetric((found) => Array.isArray(found) && wanted.every((each) => found.some((item) => equals(item, each)))),
});
