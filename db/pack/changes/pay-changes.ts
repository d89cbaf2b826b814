/** Wages: far too many to list, so that each occupation has one line. */
import type { Row } from '../order.ts';
import type { RowChange } from '../patch/row-change.ts';
import type { ChangeSource, Median, MovedMedian, PayItem, Told } from './report.ts';
import { ToldList } from './told-list.ts';
import { Columns } from './watched.ts';

/** The area of national figures. */
const NATION = 'us';
const COLUMNS = new Columns('wage');

interface Occupation {
  areas: number;
  national: PayItem['national'];
  source: ChangeSource;
}

function medianOf(row: Row | null): Median | null {
  if (!row) return null;
  const [annual, hourly] = [COLUMNS.cell(row, 'p50'), COLUMNS.cell(row, 'hourly_p50_cents')];
  return { annual: typeof annual === 'number' ? annual : null, hourlyCents: typeof hourly === 'number' ? hourly : null };
}

/** A figure for a year counts where both have it; the hourly one is for occupations that have no other. */
function isSame(from: Median | null, to: Median | null): boolean {
  const [a, b] = [from?.annual ?? null, to?.annual ?? null];
  return a === null && b === null ? (from?.hourlyCents ?? null) === (to?.hourlyCents ?? null) : a === b;
}

/** True when it moved by more than a third of what it was; a figure that came or is gone did not move. */
function isFar(from: Median, to: Median): boolean {
  const [a, b] = from.annual !== null && to.annual !== null ? [from.annual, to.annual] : [from.hourlyCents, to.hourlyCents];
  return a !== null && b !== null && Math.abs(b - a) * 3 > Math.abs(a);
}

export class PayChanges {
  readonly #occupations = new Map<string, Occupation>();
  readonly #most: number;
  readonly #moved: ToldList<Omit<MovedMedian, 'title'>>;
  #count = 0;
  #more = 0;

  constructor(most: number) {
    this.#most = most;
    this.#moved = new ToldList(most);
  }

  note({ before, after }: RowChange): void {
    const [from, to] = [medianOf(before), medianOf(after)];
    if (isSame(from, to)) return;
    this.#count += 1;
    const row = after ?? before;
    const soc = String(COLUMNS.cell(row, 'soc'));
    const isNation = COLUMNS.cell(row, 'area') === NATION;
    if (isNation && from && to && isFar(from, to)) this.#moved.add({ soc, from, to });
    const source = { table: 'source', id: String(COLUMNS.cell(row, 'source_id')) } as const;
    const known = this.#occupations.get(soc);
    if (known) {
      known.areas += 1;
      if (isNation) Object.assign(known, { national: { from, to }, source });
    } else if (this.#occupations.size < this.#most) {
      this.#occupations.set(soc, { areas: 1, national: isNation ? { from, to } : null, source });
    } else {
      this.#more += 1;
    }
  }

  /** Occupations that are told. */
  socs(): Iterable<string> {
    return [...this.#occupations.keys(), ...this.#moved.items.map(({ soc }) => soc)];
  }

  told(title: (soc: string) => string | null): Told<PayItem> {
    const items = [...this.#occupations].map(([soc, occupation]) => ({ soc, title: title(soc), ...occupation }));
    return { count: this.#count, items: items.sort((a, b) => (a.soc < b.soc ? -1 : 1)), more: this.#more };
  }

  moved(title: (soc: string) => string | null): Told<MovedMedian> {
    return this.#moved.told((item) => ({ ...item, title: title(item.soc) }));
  }
}
