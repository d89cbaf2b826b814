/** A map of all credentials whose values are made when they are asked for, and the last of them kept. */
export class LazyMap<V> implements ReadonlyMap<string, V> {
  readonly #kept = new Map<string, V>();
  readonly #read: (id: string) => V | undefined;
  readonly #ids: () => readonly string[];
  readonly #most: number;

  /** `ids` gives every key, in order, for those that go through the whole map. */
  constructor(read: (id: string) => V | undefined, ids: () => readonly string[], most: number) {
    this.#read = read;
    this.#ids = ids;
    this.#most = most;
  }

  get size(): number {
    return this.#ids().length;
  }

  get(id: string): V | undefined {
    const known = this.#kept.get(id);
    const value = known ?? this.#read(id);
    if (value === undefined) return undefined;
    if (known !== undefined) this.#kept.delete(id);
    this.#kept.set(id, value);
    const oldest = this.#kept.size > this.#most ? this.#kept.keys().next().value : undefined;
    if (oldest !== undefined) this.#kept.delete(oldest);
    return value;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  keys(): MapIterator<string> {
    return this.#ids().values();
  }

  *entries(): MapIterator<[string, V]> {
    for (const id of this.#ids()) {
      const value = this.get(id);
      if (value !== undefined) yield [id, value];
    }
    return undefined;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
    return undefined;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(each: (value: V, id: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [id, value] of this.entries()) each(value, id, this);
  }
}
