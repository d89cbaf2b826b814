/** A report of changes in plain English, line by line. */
import type { Cell } from '../pack/order.ts';
import type { Cells, ChangeGroup, ChangeItem, ChangeReport, ChangeWarning, Median, PayItem, Told } from '../pack/changes/report.ts';
import { CHANGE_GROUPS } from '../pack/changes/report.ts';

const HEADINGS: Readonly<Record<ChangeGroup, string>> = {
  added: 'New credentials', retired: 'Credentials no longer given', successor: 'What follows a credential', name: 'Names', price: 'Prices', time: 'How long it takes',
  requirement: 'Check before you pay', recognition: 'Lists of the states', verdict: 'Worth it or not', rules: 'Rules',
};
const UNKNOWN: Readonly<Record<string, string>> = { 'not-published': 'not published', 'varies-ask': 'varies, ask', 'not-collected': 'not collected', 'not-checked': 'not checked by us' };
const VERDICT: Readonly<Record<string, string>> = {
  high: 'high value', stepping: 'stepping stone', modest: 'modest value', limited: 'limited on its own', unknown: 'not enough evidence',
};
const PER: Readonly<Record<string, string>> = { year: ' a year', renewal: ' at each renewal' };

const plain = (word: string): string => word.replaceAll(/[-_]/g, ' ');
const whole = (count: number): string => count.toLocaleString('en-US');
const percentOf = (part: number, all: number): string => (all === 0 ? '' : ` (${Math.round((part / all) * 100)} %)`);
const dollars = (cents: number): string =>
  (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD', minimumFractionDigits: cents % 100 === 0 ? 0 : 2 });

/** "5", "5 to 8"; null where neither is known. */
function span(low: Cell | undefined, high: Cell | undefined, say: (value: number) => string): string | null {
  const known = [low, high].filter((each): each is number => typeof each === 'number');
  const [from, to = from] = known;
  if (from === undefined || to === undefined) return null;
  return from === to ? say(from) : `${say(from)} to ${say(to)}`;
}
const unknownWord = (word: Cell | undefined): string => UNKNOWN[String(word)] ?? 'not known';

/** One side of a change, by the group that tells it. */
function sideOf(group: ChangeGroup, cells: Cells): string {
  const [only] = Object.values(cells);
  switch (group) {
    case 'price': {
      const price = span(cells['low_cents'], cells['high_cents'], dollars);
      return price === null ? unknownWord(cells['unknown']) : `${cells['at_least'] === 1 ? 'at least ' : ''}${price}${PER[String(cells['per'])] ?? ''}`;
    }
    case 'time': {
      if ('renew_months' in cells) return only === null ? 'no renewal known' : `renewed every ${only} months`;
      const time = span(cells['low'], cells['high'], whole);
      return time === null ? unknownWord(cells['unknown']) : `${time} ${String(cells['unit'])}`;
    }
    case 'requirement':
      if ('min_age' in cells) return only === null ? 'no age known' : `${only} years old or more`;
      return `"${String(cells['label'])}"${cells['answer'] === 'ask' ? ', a question to ask' : ''}`;
    case 'recognition': return `"${String(cells['listed_as'])}"${[['tier', 'tier'], ['points', 'points'], ['valid_from', 'from'], ['valid_to', 'until']].flatMap(([name = '', word]) => {
      const cell = cells[name] ?? null;
      return cell === null ? [] : [`, ${word} ${cell}`];
    }).join('')}${cells['match'] === 'family' ? ', as a kind' : ''}`;
    case 'verdict': return VERDICT[String(only)] ?? String(only);
    case 'rules': return `from ${String(cells['valid_from'] ?? cells['edition'])}${typeof cells['valid_to'] === 'string' ? ` until ${cells['valid_to']}` : ''}`;
    default: return only === null || only === undefined ? 'none' : String(only);
  }
}

function howChanged(group: ChangeGroup, from: Cells | null, to: Cells | null): string {
  if (!from) return to ? `new, ${sideOf(group, to)}` : '';
  if (!to) return `gone, was ${sideOf(group, from)}`;
  const [was, is] = [sideOf(group, from), sideOf(group, to)];
  return was === is ? `${is}, worded anew` : `${was} -> ${is}`;
}

function lineOf(group: ChangeGroup, item: ChangeItem): string {
  const { id, name, field, what, area, areaName, from, to, successor, successorName, source } = item;
  const called = `${name ?? id}${field === null ? '' : ` (${plain(field)})`}`;
  const place = area === null ? '' : `, ${areaName ?? area}`;
  const next = successor === null ? '' : `; next: ${successorName ?? successor}`;
  if (group === 'added') return `${called}${from ? ', given again' : ''}`;
  if (group === 'retired') return `${called}${to ? '' : ', left out'}${next}`;
  if (group === 'successor') return `${called}: ${successor === null ? 'none any more' : successorName ?? successor}`;
  return `${called}${what === null ? '' : `, ${plain(what)}`}${place}: ${howChanged(group, from, to)}${source ? ` [${source.id}]` : ''}`;
}

function payOf(median: Median | null): string {
  if (median?.annual !== null && median?.annual !== undefined) return `${dollars(median.annual * 100)} a year`;
  if (median?.hourlyCents !== null && median?.hourlyCents !== undefined) return `${dollars(median.hourlyCents)} an hour`;
  return 'not published';
}
const payLine = ({ soc, title, areas, national, source }: PayItem): string =>
  `${title ?? soc}: ${areas === 1 ? 'one area' : `${whole(areas)} areas`}${national ? `; nation ${payOf(national.from)} -> ${payOf(national.to)}` : ''} [${source.id}]`;

function warningLines(warning: ChangeWarning): readonly string[] {
  switch (warning.code) {
    case 'rows-removed': return [`${whole(warning.removed)} of ${whole(warning.of)} rows of "${plain(warning.table)}" are gone${percentOf(warning.removed, warning.of)}; ${whole(warning.added)} are new${warning.examples.length === 0 ? '' : `. Gone are, among others: ${warning.examples.join('; ')}`}`];
    case 'verdicts-changed': return [`${whole(warning.changed)} of ${whole(warning.of)} verdicts for the nation are other ones${percentOf(warning.changed, warning.of)}`];
    case 'national-median-moved': return [
      `middle pay in the nation moved by more than a third in ${whole(warning.count)}:`,
      ...warning.items.map(({ soc, title, from, to }) => `  ${title ?? soc}: ${payOf(from)} -> ${payOf(to)}`), ...moreOf(warning),
    ];
  }
}

const moreOf = ({ more }: Told<unknown>): readonly string[] => (more === 0 ? [] : [`  and ${whole(more)} more`]);

function section<I>(heading: string, told: Told<I>, line: (item: I) => string): readonly string[] {
  return told.count === 0 ? [] : [`${heading}: ${whole(told.count)}`, ...told.items.map((item) => `  ${line(item)}`), ...moreOf(told)];
}

/** All lines of a report. */
export function changesInWords({ from, to, warnings, groups, verdicts, pay, schools, tables }: ChangeReport): readonly string[] {
  const tally = ({ added, removed, changed }: Omit<ChangeReport['tables'][number], 'table'>): string => `${whole(added)} new, ${whole(removed)} gone, ${whole(changed)} changed`;
  return [
    `${to.name}: edition ${from.edition} to ${to.edition}`,
    ...(tables.length === 0 ? ['Nothing differs.'] : []),
    ...(warnings.length === 0 ? [] : ['Ask somebody first:', ...warnings.flatMap(warningLines).map((line) => `  ${line}`)]),
    ...CHANGE_GROUPS.flatMap((group) => section(HEADINGS[group], groups[group], (item) => lineOf(group, item))),
    ...section('Middle pay, by area', pay, payLine),
    ...(tables.length > 0 && verdicts === null ? ['Worth it or not: not compared, as the older edition has no rubric, good-job line or nation to judge by.'] : []),
    ...(schools.added + schools.removed + schools.changed === 0 ? [] : [`Schools: ${tally(schools)}`]),
    ...(tables.length === 0 ? [] : ['Rows by table:', ...tables.map((table) => `  ${plain(table.table)}: ${tally(table)}`)]),
  ];
}
