/** What one publisher pays a static host so that 30,000 schools are kept up to date: the table of docs/scale.md, from figures that are easy to change. */
import type { Series } from '../../scripts/lib/bench.ts';

export const name = 'update-cost';

/** Not a quote of anybody's: list prices of large hosts of static files lie between a quarter of these and these. */
const ASSUMED = {
  date: '30 November 2026',
  dollarsPerGigabyte: 0.085,
  dollarsPerTenThousandRequests: 0.01,
  /** Bytes of one TLS handshake and of the head of one answer. */
  handshakeBytes: 5_000,
  headBytes: 400,
  schools: 30_000,
  /** A check on each of them, one of which brings the edition of the month. */
  days: 30,
} as const;

/** By tests and benchmarks of this project. */
const MEASURED = {
  /** A check without news: the next root, which is not there, and the timestamp. */
  check: { requests: 2, bytes: 559 },
  /** With news: snapshot, targets, list of editions and the file itself beside those; metadata of nine editions and eight patches. */
  news: { requests: 6, bytes: 8_600 },
  /** 1,850,000 credentials. */
  pack: 138_645_747,
  /** Of 2 % of them. */
  patch: 104_633,
} as const;
/** A patch for changes less regular than those of the made editions. */
const LARGE_PATCH = 3_000_000;

interface Traffic {
  readonly what: string;
  readonly clients: number;
  readonly requests: number;
  /** Of one client, without handshake and heads. */
  readonly bytes: number;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

function row({ what, clients, requests, bytes }: Traffic): string {
  const each = bytes + ASSUMED.handshakeBytes + requests * ASSUMED.headBytes;
  const gigabytes = (clients * each) / 1e9;
  const dollars = gigabytes * ASSUMED.dollarsPerGigabyte + ((clients * requests) / 10_000) * ASSUMED.dollarsPerTenThousandRequests;
  return `| ${what} | ${whole(clients)} × ${requests} = ${whole(clients * requests)} | ${whole(clients)} × ${whole(each)} B = ${gigabytes.toFixed(1)} GB | $${dollars.toFixed(2)} |`;
}

/** The lines of the table, as docs/scale.md has them. */
export function costLines(): readonly string[] {
  const { schools, days } = ASSUMED;
  const { check, news, pack, patch } = MEASURED;
  const withNews = (what: string, clients: number, file: number): Traffic => ({ what, clients, requests: news.requests, bytes: check.bytes + news.bytes + file });
  return [
    row({ what: 'checks without news, a month', clients: schools * (days - 1), ...check }),
    row(withNews('the edition of the month by patch, 2 % changed', schools, patch)),
    row(withNews('one school in a hundred takes the whole pack', schools / 100, pack)),
    row(withNews('for comparison: a patch of 3 MB', schools, LARGE_PATCH)),
    row(withNews('for comparison: every school takes the whole pack', schools, pack)),
  ];
}

/** The sentence that says what the figures rest on. */
export const assumption = (): string =>
  `Assumed on ${ASSUMED.date}: $${ASSUMED.dollarsPerGigabyte} for a gigabyte, $${ASSUMED.dollarsPerTenThousandRequests} for ten thousand requests, ${whole(ASSUMED.handshakeBytes)} bytes for a TLS handshake and ${ASSUMED.headBytes} for the head of an answer.`;

export function run(): Promise<readonly Series[]> {
  process.stdout.write(`  ${assumption()}\n${costLines().map((line) => `  ${line}\n`).join('')}`);
  return Promise.resolve([]);
}
