/** Fed with every change of a row, in the order of a patch, it makes the report. It knows no file and keeps no more than it tells. */
import type { Verdict } from '../../../shared/domain/results.ts';
import type { Row } from '../order.ts';
import type { RowChange } from '../patch/row-change.ts';
import { TABLES } from '../tables.ts';
import { GoneNames } from './gone-names.ts';
import { warningsOf } from './guards.ts';
import { Names } from './names.ts';
import { PayChanges } from './pay-changes.ts';
import { CHANGE_GROUPS, type ChangeGroup, type ChangeItem, type ChangeReport, type ChangeSource, type EditionName, type TableTally, type VerdictTally } from './report.ts';
import { RowPairs, type Pair } from './row-pairs.ts';
import { MOST_ITEMS, ToldList } from './told-list.ts';
import { Columns, CREDENTIAL_COLUMNS, WATCHED, type Watched } from './watched.ts';

/** An edition as its header names it. */
export interface EditionBrief extends EditionName {
  readonly scope: string;
  readonly tables: readonly (readonly [string, number])[];
}

/** An item whose names are still to be looked up; `list` is the key of the state's list that it is on. */
type Found = Omit<ChangeItem, 'areaName' | 'successorName'> & { readonly list: readonly (string | null)[] | null };

const CREDENTIAL = new Columns('credential');
const NONE = { added: 0, removed: 0, changed: 0 } as const;
const NOTHING = { name: null, field: null, what: null, area: null, from: null, to: null, successor: null, source: null, list: null } as const;

const byGroup = <V>(make: (group: ChangeGroup) => V): Readonly<Record<ChangeGroup, V>> => ({
  added: make('added'), retired: make('retired'), successor: make('successor'), name: make('name'), price: make('price'), time: make('time'),
  requirement: make('requirement'), recognition: make('recognition'), verdict: make('verdict'), rules: make('rules'),
});

export class ChangeCollector {
  readonly #groups: Readonly<Record<ChangeGroup, ToldList<Found>>>;
  readonly #pairs: ReadonlyMap<string, RowPairs>;
  readonly #pay: PayChanges;
  readonly #gone = new GoneNames();
  readonly #tallies = new Map<string, Record<keyof typeof NONE, number>>();
  #verdicts: VerdictTally | null = null;
  #names: Names | null = null;

  constructor(most = MOST_ITEMS) {
    this.#groups = byGroup(() => new ToldList<Found>(most));
    this.#pay = new PayChanges(most);
    this.#pairs = new Map(WATCHED.map((watched): [string, RowPairs] => {
      const columns = new Columns(watched.table);
      return [watched.table, new RowPairs(watched, columns, (pair) => { this.#pair(watched, columns, pair); })];
    }));
  }

  note(change: RowChange): void {
    const { table: { name }, kind, before } = change;
    const tally = this.#tallies.get(name) ?? { ...NONE };
    this.#tallies.set(name, tally);
    tally[kind === 'insert' ? 'added' : kind === 'delete' ? 'removed' : 'changed'] += 1;
    if (kind === 'delete' && before) this.#gone.note(name, before);
    if (name === 'credential') this.#credential(change);
    else if (name === 'wage') this.#pay.note(change);
    else this.#pairs.get(name)?.add(change);
  }

  #credential({ kind, before, after }: RowChange): void {
    const row = after ?? before;
    const text = (of: Row, column: string): string | null => CREDENTIAL.text(of, column);
    const whole = { ...NOTHING, id: String(text(row, 'id')), name: text(row, 'name'), field: text(row, 'field') };
    const status = (of: Row | null): Found['from'] => (of ? CREDENTIAL.cells(of, ['status']) : null);
    const put = (group: ChangeGroup, more: Partial<Found>): void => { this.#groups[group].add({ ...whole, ...more }); };
    const [was, is] = [before && text(before, 'status'), after && text(after, 'status')];
    if (kind === 'insert' || (was === 'retired' && is === 'active')) put('added', { from: status(before), to: status(after) });
    if (kind === 'delete' || (was === 'active' && is === 'retired')) put('retired', { from: status(before), to: status(after), successor: text(row, 'successor') });
    if (kind !== 'update') return;
    const differ = (column: string): boolean => CREDENTIAL.cell(before, column) !== CREDENTIAL.cell(after, column);
    const told = (column: string): Partial<Found> => ({ what: column, from: CREDENTIAL.cells(before, [column]), to: CREDENTIAL.cells(after, [column]) });
    if (differ('successor')) put('successor', { ...told('successor'), successor: text(after, 'successor') });
    for (const [column, group] of CREDENTIAL_COLUMNS) if (differ(column)) put(group, told(column));
  }

  #pair({ table, group, id, what, cells }: Watched, columns: Columns, { before, after }: Pair): void {
    const row = after ?? before;
    if (!row) return;
    const text = (name: string): string | null => (columns.has(name) ? columns.text(row, name) : null);
    const [evidence, source] = [text('evidence_id'), text('source_id')];
    const from: ChangeSource | null = source !== null ? { table: 'source', id: source } : evidence !== null ? { table: 'evidence', id: evidence } : null;
    this.#groups[group].add({
      ...NOTHING, id: String(text(id)), area: text('area'), source: from,
      what: what.length === 0 ? null : what.map((name) => text(name) ?? '').join(' '),
      from: before ? columns.cells(before, cells) : null, to: after ? columns.cells(after, cells) : null,
      list: table === 'recognition' ? [text('area'), text('program'), text('edition')] : null,
    });
  }

  /** A credential of both editions that is judged otherwise in an area; in the order of ids. */
  noteVerdict(id: string, area: string, [from, to]: readonly [Verdict, Verdict]): void {
    this.#groups.verdict.add({ ...NOTHING, id, area, from: { verdict: from }, to: { verdict: to } });
  }

  /** How all verdicts differ, once both editions are judged. */
  tallyVerdicts(tally: VerdictTally | null): void {
    this.#verdicts = tally;
  }

  /** After the last change: what has to be looked up in both editions, the older one first. */
  wanted(): Names {
    for (const pairs of this.#pairs.values()) pairs.end();
    const names = new Names();
    for (const group of CHANGE_GROUPS) {
      for (const { id, area, successor, list } of this.#groups[group].items) {
        if (group !== 'rules') names.want('credential', id);
        if (successor !== null) names.want('credential', successor);
        if (area !== null) names.want('area', area);
        if (list !== null) names.want('recognition_program', ...list);
      }
    }
    for (const soc of this.#pay.socs()) names.want('occupation', soc);
    this.#names = names;
    return names;
  }

  /** The report, once names were looked up. */
  report(from: EditionBrief, to: EditionBrief): ChangeReport {
    const names = this.#names ?? this.wanted();
    const title = (soc: string): string | null => names.get('occupation', 0, soc);
    const finish = ({ list, ...item }: Found, group: ChangeGroup): ChangeItem => {
      const listed = list && names.get('recognition_program', 0, ...list);
      // A rule may have the id of a credential.
      const called = (place: number): string | null => (group === 'rules' ? null : names.get('credential', place, item.id));
      return {
        ...item,
        name: called(0) ?? item.name, field: called(1) ?? item.field,
        areaName: item.area === null ? null : names.get('area', 0, item.area),
        successorName: item.successor === null ? null : names.get('credential', 0, item.successor),
        source: listed === null ? item.source : { table: 'source', id: listed },
      };
    };
    const tables = TABLES.flatMap(({ name }): readonly TableTally[] => {
      const tally = this.#tallies.get(name);
      return tally ? [{ table: name, ...tally }] : [];
    });
    const brief = ({ name, edition, digest }: EditionBrief): EditionName => ({ name, edition, digest });
    return {
      scope: to.scope, from: brief(from), to: brief(to),
      warnings: warningsOf({ tables, before: new Map(from.tables), verdicts: this.#verdicts, gone: (table) => this.#gone.of(table), moved: this.#pay.moved(title) }),
      groups: byGroup((group) => this.#groups[group].told((item) => finish(item, group))),
      verdicts: this.#verdicts, pay: this.#pay.told(title), schools: { ...(this.#tallies.get('institution') ?? NONE) }, tables,
    };
  }
}
