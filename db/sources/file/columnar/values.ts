/** Values of a column as the text that a table of text would have. */
import type { SchemaElement } from 'hyparquet';

const DAY_MS = 86_400_000;
const PER_MS = { MILLIS: 1n, MICROS: 1000n, NANOS: 1_000_000n } as const;
const MOST_INT32 = 2 ** 32;
const MOST_INT64 = 2n ** 64n;

/** Reads one value at `offset`; gives its text and where the next one begins. Throws RangeError past the end. */
export type ReadValue = (bytes: Buffer, offset: number) => { readonly text: string; readonly next: number };

const fixed = (width: number, text: (bytes: Buffer, offset: number) => string): ReadValue =>
  (bytes, offset) => ({ text: text(bytes, offset), next: offset + width });

/** A number of a wider kind of 32 bits in the fewest digits that mean it: 0.1, not 0.10000000149011612. */
function shortFloat(value: number): string {
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}

/** What is no number is no value. */
const floatText = (value: number, text: (value: number) => string): string => (Number.isNaN(value) ? '' : text(value));

function scaledText(value: bigint, scale: number): string {
  if (scale <= 0) return String(value * 10n ** BigInt(-scale));
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function momentText(milliseconds: number): string {
  const moment = new Date(milliseconds);
  if (Number.isNaN(moment.getTime())) throw new RangeError('no such moment');
  return moment.toISOString();
}

function bigEndian(bytes: Buffer): bigint {
  const value = bytes.length === 0 ? 0n : BigInt(`0x${bytes.toString('hex')}`);
  return BigInt.asIntN(bytes.length * 8, value);
}

/** How whole numbers of a column are written: days, moments, decimals, without a sign. */
function wholeText({ converted_type: converted, logical_type: logical, scale: oldScale = 0 }: SchemaElement): (value: bigint) => string {
  const scale = logical?.type === 'DECIMAL' ? logical.scale : oldScale;
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') return (value) => scaledText(value, scale);
  if (converted === 'DATE' || logical?.type === 'DATE') return (value) => momentText(Number(value) * DAY_MS).slice(0, 10);
  if (logical?.type === 'TIMESTAMP') return (value) => momentText(Number(value / PER_MS[logical.unit]));
  if (converted === 'TIMESTAMP_MILLIS') return (value) => momentText(Number(value));
  if (converted === 'TIMESTAMP_MICROS') return (value) => momentText(Number(value / PER_MS.MICROS));
  if (converted === 'UINT_32') return (value) => String(value < 0n ? value + BigInt(MOST_INT32) : value);
  if (converted === 'UINT_64') return (value) => String(value < 0n ? value + MOST_INT64 : value);
  return String;
}

const isDecimal = ({ converted_type: converted, logical_type: logical }: SchemaElement): boolean => converted === 'DECIMAL' || logical?.type === 'DECIMAL';

/** How values of a column stand one after another; null for a kind that no table of text has. */
export function valueReader(element: SchemaElement): ReadValue | null {
  const whole = wholeText(element);
  const ofBytes = isDecimal(element) ? (bytes: Buffer) => whole(bigEndian(bytes)) : (bytes: Buffer) => bytes.toString('utf8');
  switch (element.type) {
    case 'INT32': return fixed(4, (bytes, offset) => whole(BigInt(bytes.readInt32LE(offset))));
    case 'INT64': return fixed(8, (bytes, offset) => whole(bytes.readBigInt64LE(offset)));
    case 'FLOAT': return fixed(4, (bytes, offset) => floatText(bytes.readFloatLE(offset), shortFloat));
    case 'DOUBLE': return fixed(8, (bytes, offset) => floatText(bytes.readDoubleLE(offset), String));
    case 'BYTE_ARRAY': return (bytes, offset) => {
      const start = offset + 4;
      const next = start + bytes.readUInt32LE(offset);
      if (next > bytes.length) throw new RangeError('past the end');
      return { text: ofBytes(bytes.subarray(start, next)), next };
    };
    case 'FIXED_LEN_BYTE_ARRAY': {
      const width = element.type_length ?? 0;
      if (!isDecimal(element) || width < 1 || width > 32) return null;
      return (bytes, offset) => {
        if (offset + width > bytes.length) throw new RangeError('past the end');
        return { text: ofBytes(bytes.subarray(offset, offset + width)), next: offset + width };
      };
    }
    default: return null;
  }
}
