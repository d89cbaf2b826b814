/** What can happen in a history, and how one is drawn from a seed. Each event has draws of its own, so that leaving one out changes no other. */
import { seededRandom } from '../../db/pack/test-edition.ts';
import { TRICKS, type Trick } from './serving.ts';
import type { Fault } from './virtual-disk.ts';

export interface Trouble {
  readonly kind: Fault['kind'];
  /** Number of the operation at which it comes. */
  readonly at: number;
}
export type Happening =
  | { readonly kind: 'publish'; readonly trouble: Trouble | null; readonly spoils: boolean; readonly clockDays: number }
  | { readonly kind: 'renew'; readonly trouble: Trouble | null }
  | { readonly kind: 'update'; readonly way: 'wire' | 'stick'; readonly trick: Trick; readonly trouble: Trouble | null; readonly breaksAfter: number; readonly ranges: boolean }
  | { readonly kind: 'copy'; readonly trick: Trick; readonly pulledAfter: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'clock'; readonly days: number }
  | { readonly kind: 'back' | 'start'; readonly trouble: Trouble | null }
  | { readonly kind: 'rot' };
/** With the seed of its own draws. */
export type Event = Happening & { readonly seed: number };
export interface History {
  readonly seed: number;
  /** Databases are built by the builder itself, not taken from those built before. */
  readonly builds: boolean;
  readonly events: readonly Event[];
}

const NEVER = 1e9;
/** About as many operations as an update or a publication has that change or sync something. */
const OPERATIONS = 95;
/** One history in so many builds every database. */
const BUILDS_ONE_IN = 25;
/** Days from 2026 to 2099 and back to 1970, about. */
const [TO_2099, TO_1970] = [26_400, -20_800] as const;

export function drawHistory(seed: number): History {
  const random = seededRandom(seed);
  const one = <T>(from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0];
  /** Small numbers as often as large ones: what an update does first is as worth stopping as what it does last. */
  const upTo = (most: number): number => Math.floor(most ** random());
  const trouble = (kinds: readonly [Fault['kind'], ...Fault['kind'][]], share: number): Trouble | null => (random() < share ? { kind: one(kinds), at: random() < 0.6 ? Math.floor(random() * OPERATIONS) : upTo(OPERATIONS) } : null);
  const draw = (): Happening => {
    const which = random();
    if (which < 0.2) return { kind: 'publish', trouble: trouble(['cut', 'cut', 'kill', 'full'], 0.4), spoils: random() < 0.1, clockDays: random() < 0.15 ? one([TO_1970, TO_2099, -40]) : 0 };
    if (which < 0.25) return { kind: 'renew', trouble: trouble(['cut', 'kill', 'full'], 0.4) };
    if (which < 0.6) {
      const way = one<'wire' | 'stick'>(['wire', 'wire', 'stick']);
      const kinds = way === 'wire' ? ['cut', 'cut', 'kill', 'full'] as const : ['cut', 'cut', 'kill', 'full', 'pulled', 'pulled'] as const;
      return {
        kind: 'update', way, trick: random() < 0.3 ? one(TRICKS) : 'none', trouble: trouble(kinds, 0.55),
        breaksAfter: random() < 0.2 ? Math.floor(random() * 14) : NEVER, ranges: random() < 0.8,
      };
    }
    if (which < 0.7) return { kind: 'copy', trick: random() < 0.3 ? one(TRICKS) : 'none', pulledAfter: random() < 0.3 ? Math.floor(random() * 10) : NEVER };
    if (which < 0.78) return { kind: 'days', days: one([1, 10, 30, 60]) };
    if (which < 0.88) return { kind: 'clock', days: one([0, 0, -60, -2, 20, TO_1970, TO_2099]) };
    if (which < 0.92) return { kind: 'back', trouble: trouble(['cut', 'kill', 'full'], 0.4) };
    if (which < 0.97) return { kind: 'start', trouble: trouble(['cut', 'kill', 'full'], 0.5) };
    return { kind: 'rot' };
  };
  const count = 3 + Math.floor(random() * 5);
  const events = Array.from({ length: count }, (): Event => ({ ...draw(), seed: Math.floor(random() * 2 ** 31) }));
  return { seed, builds: seed % BUILDS_ONE_IN === 0, events };
}
