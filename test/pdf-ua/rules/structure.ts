import { PDFName } from '@cantoo/pdf-lib';
import type { PDFDict } from '@cantoo/pdf-lib';
import { dictAt, dictOf, listAt, name, nameAt, textAt } from '../../../electron/host/pdf-ua/pdf-objects.ts';
import { childrenOf, contentOf } from '../../../electron/host/pdf-ua/structure-tree.ts';
import type { Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

type Nesting = Readonly<Record<string, readonly string[]>>;
interface Family {
  /** What an element of the family may hold; '*' is anything that is not of the family, and text. */
  readonly holds: Nesting;
  /** What an element must stand in. */
  readonly within: Nesting;
}

/** ISO 32000-1, table 337. */
const TABLE: Family = {
  holds: { Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'], THead: ['TR'], TBody: ['TR'], TFoot: ['TR'], TR: ['TH', 'TD'] },
  within: { TR: ['Table', 'THead', 'TBody', 'TFoot'], THead: ['Table'], TBody: ['Table'], TFoot: ['Table'], TH: ['TR'], TD: ['TR'] },
};
/** Table 336. */
const LIST: Family = { holds: { L: ['L', 'LI', 'Caption'], LI: ['Lbl', 'LBody'] }, within: { LI: ['L'], LBody: ['LI'] } };
/** Table 333. */
const CONTENTS: Family = { holds: { TOC: ['TOC', 'TOCI', 'Caption'], TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'] }, within: { TOCI: ['TOC'] } };
/** Table 338. */
const RUBY: Family = { holds: { Ruby: ['RB', 'RT', 'RP'] }, within: { RB: ['Ruby'], RT: ['Ruby'], RP: ['Ruby'] } };
const WARICHU: Family = { holds: { Warichu: ['WT', 'WP'] }, within: { WT: ['Warichu'], WP: ['Warichu'] } };

const ONCE: Readonly<Record<string, readonly string[]>> = { Table: ['THead', 'TFoot', 'Caption'], L: ['Caption'], LI: ['LBody'] };

function nestingFaults(subject: Subject, { holds, within }: Family): string[] {
  return subject.elements.flatMap(({ dict, ref, type }) => {
    const role = subject.role(type);
    const parent = dictAt(dict, 'P');
    const around = parent ? subject.role(nameAt(parent, 'S')) : '';
    const faults: string[] = [];
    const places = within[role];
    if (places && !places.includes(around)) faults.push(`${role} ${String(ref)} in ${around}`);
    const allowed = holds[role];
    if (!allowed) return faults;
    const inside = childrenOf(dict).map((child) => subject.role(child.type));
    for (const each of inside.filter((child) => !allowed.includes(child))) faults.push(`${each} in ${role} ${String(ref)}`);
    for (const single of ONCE[role] ?? []) if (inside.filter((child) => child === single).length > 1) faults.push(`two ${single} in ${role} ${String(ref)}`);
    if (listAt(dict, 'K').some((kid) => contentOf(dict, kid) !== null)) faults.push(`content in ${role} ${String(ref)}`);
    return faults;
  });
}

const ofRole = (subject: Subject, role: string) => subject.elements.filter(({ type }) => subject.role(type) === role);
const levels = (subject: Subject): { readonly level: number; readonly where: string }[] =>
  subject.elements.flatMap(({ type, ref }) => {
    const found = /^H([1-6])$/.exec(subject.role(type));
    return found ? [{ level: Number(found[1]), where: `${type} ${String(ref)}` }] : [];
  });
const attribute = (dict: PDFDict, key: string): unknown =>
  listAt(dict, 'A').map((each) => dictOf(dict.context, each)?.get(name(key))).find((value) => value !== undefined);

/** Whether cells of a table name their heads, and all those names are names of heads in it. */
function usesHeaders(subject: Subject, table: PDFDict): boolean {
  const cells = subject.elements.filter(({ dict, type }) => ['TD', 'TH'].includes(subject.role(type)) && isBelow(dict, table));
  const ids = new Set(cells.filter(({ type }) => subject.role(type) === 'TH').map(({ dict }) => textAt(dict, 'ID')));
  return cells.filter(({ type }) => subject.role(type) === 'TD').every(({ dict }) => {
    const heads = listAt(listAt(dict, 'A').map((each) => dictOf(dict.context, each)).find((each) => each?.has(name('Headers'))) ?? dict, 'Headers');
    return heads.length > 0 && heads.every((head) => ids.has(String((head as { decodeText?(): string }).decodeText?.() ?? '')));
  });
}
function isBelow(dict: PDFDict, ancestor: PDFDict): boolean {
  for (let at: PDFDict | undefined = dict; at; at = dictAt(at, 'P')) if (at === ancestor) return true;
  return false;
}
const SCOPES: ReadonlySet<unknown> = new Set(['Row', 'Column', 'Both'].map((each) => PDFName.of(each)));

const without = (subject: Subject, role: string, keys: readonly string[]): string[] =>
  ofRole(subject, role).filter(({ dict }) => keys.every((key) => textAt(dict, key).trim() === '')).map(({ ref }) => `${role} ${String(ref)}`);

export const STRUCTURE_RULES: readonly Rule[] = [
  { id: '09-004', fault: 'Parts of a table are nested in a way that tables are not.', find: (subject) => nestingFaults(subject, TABLE) },
  { id: '09-005', fault: 'Parts of a list are nested in a way that lists are not.', find: (subject) => nestingFaults(subject, LIST) },
  { id: '09-006', fault: 'Parts of a table of contents are nested in a way that it is not.', find: (subject) => nestingFaults(subject, CONTENTS) },
  { id: '09-007', fault: 'Parts of ruby text are nested in a way that it is not.', find: (subject) => nestingFaults(subject, RUBY) },
  { id: '09-008', fault: 'Parts of warichu text are nested in a way that it is not.', find: (subject) => nestingFaults(subject, WARICHU) },
  { id: '13-004', fault: 'A figure has no words.', find: (subject) => without(subject, 'Figure', ['Alt', 'ActualText']) },
  { id: '14-002', fault: 'The first heading is not of level 1.', find: (subject) => levels(subject).slice(0, 1).flatMap(({ level, where }) => (level === 1 ? [] : [where])) },
  {
    id: '14-003', fault: 'A level of headings is skipped on the way down.',
    find: (subject) => levels(subject).flatMap(({ level, where }, index, all) => (index > 0 && level > (all[index - 1]?.level ?? 0) + 1 ? [where] : [])),
  },
  {
    id: '14-006', fault: 'An element holds two headings without a level.',
    find: (subject) => subject.elements.filter(({ dict }) => childrenOf(dict).filter(({ type }) => subject.role(type) === 'H').length > 1).map(({ ref }) => String(ref)),
  },
  { id: '14-007', fault: 'Headings with and without a level are mixed.', find: (subject) => (levels(subject).length > 0 ? ofRole(subject, 'H').map(({ ref }) => String(ref)) : []) },
  {
    id: '15-003', fault: 'A head of a table does not say whether it is that of a row or of a column, and the cells do not name it.',
    find: (subject) => ofRole(subject, 'Table').filter(({ dict }) => !usesHeaders(subject, dict)).flatMap((table) =>
      ofRole(subject, 'TH').filter(({ dict }) => isBelow(dict, table.dict) && !SCOPES.has(attribute(dict, 'Scope'))).map(({ ref }) => String(ref))),
  },
  { id: '17-002', fault: 'A formula has no words.', find: (subject) => without(subject, 'Formula', ['Alt']) },
  { id: '19-003', fault: 'A note has no name.', find: (subject) => without(subject, 'Note', ['ID']) },
  {
    id: '19-004', fault: 'Two notes have one name.',
    find: (subject) => {
      const ids = ofRole(subject, 'Note').map(({ dict }) => textAt(dict, 'ID')).filter((id) => id !== '');
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    },
  },
];
