/** Which looks of cells show a number as a day, and the day that the number is. */
import { SourceFault } from '../source-fault.ts';
import { xmlItems, type Attributes, type XmlListener } from './xml-items.ts';

/** Places of looks that show a day. */
export type DayStyles = ReadonlySet<number>;

/** Formats of days that every workbook has (ECMA-376 part 1, 18.8.30): in all languages 14 to 17 and 22, in those of East Asia some more. */
const isBuiltInDay = (id: number): boolean => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
/** A format with a year or a day in it, apart from words in quotes, colors and escaped signs. Minutes and months share a letter and settle nothing. */
const isDayFormat = (code: string): boolean => /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
/** Far more than the program that made the format allows. */
const MOST_STYLES = 100_000;

class StyleListener implements XmlListener {
  readonly #own = new Map<number, boolean>();
  #isCells = false;
  #count = 0;
  readonly #emit: (place: number) => void;

  constructor(emit: (place: number) => void) {
    this.#emit = emit;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'numFmt') this.#own.set(Number(attributes['numFmtId']), isDayFormat(attributes['formatCode'] ?? ''));
    else if (name === 'cellXfs') this.#isCells = true;
    else if (name === 'xf' && this.#isCells) {
      const id = Number(attributes['numFmtId'] ?? 0);
      if (this.#own.get(id) ?? isBuiltInDay(id)) this.#emit(this.#count);
      this.#count += 1;
      if (this.#count > MOST_STYLES) throw new SourceFault('too-large');
    }
  }

  text(): void {}

  close(name: string): void {
    if (name === 'cellXfs') this.#isCells = false;
  }
}

/** Errors: SourceFault workbook-damaged, too-large. */
export async function dayStyles(pieces: AsyncIterable<Buffer>): Promise<DayStyles> {
  const places = new Set<number>();
  for await (const place of xmlItems<number>(pieces, (emit) => new StyleListener(emit))) places.add(place);
  return places;
}

const DAY_MS = 86_400_000;
const [FROM_1900, FROM_1904] = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)];
/** Before March 1900 the count has a day that never was; 2,958,465 is the last day of 9999. */
const [FIRST, LAST] = [61, 2_958_465];

/** The day of a stored number, its time left out, as YYYY-MM-DD; null when the number is none of a day. */
export function dayOfSerial(stored: string, from1904: boolean): string | null {
  const serial = /^\d{1,7}(?:\.\d+)?$/.test(stored) ? Math.floor(Number(stored)) : -1;
  if (serial < FIRST || serial > LAST) return null;
  const date = new Date((from1904 ? FROM_1904 : FROM_1900) + serial * DAY_MS);
  return date.getUTCFullYear() > 9999 ? null : date.toISOString().slice(0, 10);
}
