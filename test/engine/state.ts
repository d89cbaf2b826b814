/** A property by name, and the check it is made of. */
import fc from 'fast-check';

export interface EngineProperty {
  readonly name: string;
  readonly property: fc.IRawProperty<unknown>;
}

export const state = <T extends [unknown, ...unknown[]]>(name: string, ...parts: [...{ [K in keyof T]: fc.Arbitrary<T[K]> }, (...args: T) => void]): EngineProperty =>
  ({ name, property: fc.property(...parts) as unknown as fc.IRawProperty<unknown> });

export function check(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}
