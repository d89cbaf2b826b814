/** Which files lead to an edition with the fewest bytes: its pack, or patches one after another. */

/** What a repository holds. Digests name editions; bytes are those of the files. */
export interface EditionsIndex {
  readonly packs: readonly { readonly digest: string; readonly bytes: number }[];
  readonly patches: readonly { readonly from: string; readonly to: string; readonly bytes: number }[];
}

/** What to fetch, and how many bytes that is. `digests` of a chain of patches: each edition it passes, the last one being the goal. */
export type Path =
  | { readonly way: 'none'; readonly bytes: 0 }
  | { readonly way: 'patches'; readonly digests: readonly string[]; readonly bytes: number }
  | { readonly way: 'pack'; readonly digest: string; readonly bytes: number };

interface Reached {
  readonly bytes: number;
  readonly digests: readonly string[];
}

/** Fewer bytes are better; of as many, fewer files; then the order of the digests, so that every machine chooses alike. */
function isBetter(a: Reached, b: Reached | undefined): boolean {
  if (b === undefined || a.bytes !== b.bytes) return b === undefined || a.bytes < b.bytes;
  if (a.digests.length !== b.digests.length) return a.digests.length < b.digests.length;
  return a.digests.join() < b.digests.join();
}

/** The cheapest chain of patches (Dijkstra's algorithm); undefined where none leads there. */
function cheapestChain({ patches }: EditionsIndex, from: string, to: string): Reached | undefined {
  const best = new Map<string, Reached>([[from, { bytes: 0, digests: [] }]]);
  const done = new Set<string>();
  for (;;) {
    let next: { readonly digest: string; readonly reached: Reached } | undefined;
    for (const [digest, reached] of best) if (!done.has(digest) && isBetter(reached, next?.reached)) next = { digest, reached };
    if (next === undefined || next.digest === to) return next?.reached;
    done.add(next.digest);
    for (const patch of patches) {
      if (patch.from !== next.digest || done.has(patch.to)) continue;
      const through = { bytes: next.reached.bytes + patch.bytes, digests: [...next.reached.digests, patch.to] };
      if (isBetter(through, best.get(patch.to))) best.set(patch.to, through);
    }
  }
}

/**
 * The way from the edition that is here (null: none) to another. A pack that is no larger than the patches is taken: it needs no base.
 * Null when the repository cannot give the edition at all.
 */
export function choosePath(index: EditionsIndex, from: string | null, to: string): Path | null {
  if (from === to) return { way: 'none', bytes: 0 };
  const chain = from === null ? undefined : cheapestChain(index, from, to);
  const packs = index.packs.filter(({ digest }) => digest === to).map(({ bytes }) => bytes);
  const pack = packs.length > 0 ? Math.min(...packs) : undefined;
  if (pack !== undefined && (chain === undefined || pack <= chain.bytes)) return { way: 'pack', digest: to, bytes: pack };
  return chain ? { way: 'patches', ...chain } : null;
}
