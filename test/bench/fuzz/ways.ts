/** Ways in which a disk or a person breaks a file, each over a fresh copy of its bytes. */

/** A whole number from 0 to below the one given. */
export type Next = (below: number) => number;
export type Way = (bytes: Buffer, next: Next) => Buffer;

const splice = (bytes: Buffer, at: number, put: Buffer): Buffer => Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at)]);
const put = (bytes: Buffer, next: Next, text: string): Buffer => splice(bytes, next(bytes.length), Buffer.from(text));
const lines = (bytes: Buffer): string[] => bytes.toString('latin1').split('\n');
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

const FORMULAS = ['=1+1', '=HYPERLINK("https://example.org/","here")', '@SUM(A1:A9)', '+CMD|\' /C calc\'!A0', '-2+3', '#REF!', '#DIV/0!'];

/** By name; all alike in how often they are drawn. */
export const WAYS: Readonly<Record<string, Way>> = {
  'bit flips': (bytes, next) => {
    for (let count = 1 + next(12); count > 0; count -= 1) {
      const at = next(bytes.length);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << next(8)), at);
    }
    return bytes;
  },
  'cut': (bytes, next) => bytes.subarray(0, next(bytes.length)),
  'hole': (bytes, next) => {
    const at = next(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + next(400)))]);
  },
  'twice': (bytes, next) => {
    const at = next(bytes.length);
    return splice(bytes, at, bytes.subarray(at, at + 1 + next(4_000)));
  },
  'zeros': (bytes, next) => splice(bytes, next(bytes.length), Buffer.alloc(1 + next(64))),
  'broken letters': (bytes, next) => splice(bytes, next(bytes.length), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80])),
  'two-byte letters': (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString('latin1'), 'utf16le')]),
  'giant number': (bytes, next) => put(bytes, next, `${next(2) === 0 ? '-' : ''}${'9'.repeat(1 + next(400))}`),
  'giant numbers for numbers': (bytes, next) => latin(bytes.toString('latin1').replace(/\d+/g, (digits) => (next(60) === 0 ? `${digits}e${next(400)}` : digits))),
  'long word': (bytes, next) => put(bytes, next, 'x'.repeat(1 + next(200_000))),
  'quotes': (bytes, next) => put(bytes, next, '"'.repeat(1 + next(3))),
  'brackets': (bytes, next) => put(bytes, next, '[{'.repeat(1 + next(600))),
  'deep nesting': (bytes, next) => {
    const depth = 1 + next(50_000);
    return put(bytes, next, `${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`);
  },
  'formula cells': (bytes, next) => latin(lines(bytes).map((line) => (next(8) === 0 ? line.replace(/(^|,)[^,"]*(?=,)/, `$1${FORMULAS[next(FORMULAS.length)] ?? ''}`) : line)).join('\n')),
  'swapped lines': (bytes, next) => {
    const own = lines(bytes);
    const [a, b] = [next(own.length), next(own.length)];
    [own[a], own[b]] = [own[b] ?? '', own[a] ?? ''];
    return latin(own.join('\n'));
  },
  'swapped columns': (bytes) => latin(lines(bytes).map((line) => line.split(',').reverse().join(',')).join('\n')),
  'a column less': (bytes, next) => {
    const gone = next(12);
    return latin(lines(bytes).map((line) => line.split(',').filter((_cell, at) => at !== gone).join(',')).join('\n'));
  },
  'another ending': (bytes) => latin(bytes.toString('latin1').replaceAll('\n', '\r')),
  'letters for digits': (bytes, next) => latin(bytes.toString('latin1').replace(/\d/g, (digit) => (next(40) === 0 ? 'x' : digit))),
};
export const WAY_NAMES = Object.keys(WAYS);

/** Bytes broken in the way of that name. */
export const broken = (way: string, bytes: Buffer, next: Next): Buffer => (bytes.length === 0 ? bytes : WAYS[way]?.(Buffer.from(bytes), next) ?? bytes);
