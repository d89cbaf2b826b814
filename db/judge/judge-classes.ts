/** The classes of an edition judged in one area, in columns. */
import { RELATIONS } from '../../shared/domain/facts.ts';
import type { OccupationFacts, Relation } from '../../shared/domain/facts.ts';
import { VERDICTS } from '../../shared/domain/results.ts';
import type { Verdict } from '../../shared/domain/results.ts';
import { workOf } from '../../shared/domain/value/better-choice.ts';
import { createWords, openedOccupation } from '../../shared/domain/value/verdict.ts';
import type { JudgingContext, ReadFacts } from '../../shared/domain/value/verdict.ts';
import type { JudgedClass } from '../reference/queries/list-judged-classes.ts';
import type { ClassGround } from './area-ground.ts';

/** A class that opens an occupation. */
export interface OpeningClass {
  readonly class: number;
  readonly relation: Relation;
}

export interface JudgedClasses {
  /** By class: place of its verdict in `VERDICTS`. */
  readonly verdict: Uint8Array;
  /** By class: median pay of the occupation it opens, dollars a year; -1 is not known. */
  readonly pay: Int32Array;
  /** By class: how many credentials it has. */
  readonly members: Int32Array;
  /** By class: the verdict before what it leads to is looked at, the kind of work, and the people who do it here. */
  readonly alone: Uint8Array;
  readonly work: readonly (string | null)[];
  readonly jobs: Int32Array;
  /** By occupation: the classes that directly open it. */
  readonly openers: ReadonlyMap<string, readonly OpeningClass[]>;
  /** How many credentials have each verdict. */
  readonly shares: Readonly<Record<Verdict, number>>;
  /** The occupation that a class opens. */
  opened(at: number): OccupationFacts | null;
  closeCall(at: number): boolean;
}

/** What the columns hold of one class. */
interface Told {
  readonly verdict: Verdict;
  readonly alone: Verdict;
  readonly jobs: number;
  readonly work: string | null;
  readonly pay: number;
}

const known = (flag: 0 | 1 | null): boolean | null => (flag === null ? null : flag === 1);

type ReadLink = JudgedClass['reads'][4][number];

/** Links that hold in the area; of several to one job, that of the nearest area. */
function linksHere(all: readonly ReadLink[], chain: readonly string[]): readonly ReadLink[] {
  const here = all.filter(([, area]) => chain.includes(area));
  if (here.length < 2) return here;
  const nearest = new Map<string, ReadLink>();
  for (const link of here) {
    const other = nearest.get(link[0]);
    if (!other || chain.indexOf(link[1]) < chain.indexOf(other[1])) nearest.set(link[0], link);
  }
  return [...nearest.values()];
}

/** What a verdict reads of a class in an area. It has no name: nothing that is said of it is shown. */
function readFacts(at: number, { reads, leadsTo }: JudgedClass, { chain, occupation }: ClassGround): ReadFacts {
  const [role, demandType, assessed, portable, all] = reads;
  const links = linksHere(all, chain).flatMap(([soc, , relation]) => { const found = occupation(soc); return found ? [{ relation, occupation: found, evidence: null }] : []; });
  if (links.length > 1) links.sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) || (a.occupation.soc < b.occupation.soc ? -1 : 1));
  return {
    id: String(at), name: { en: '', es: '' }, role, demandType, links, marks: { assessed: known(assessed), portable: known(portable) },
    leadsTo: leadsTo.map(({ to_class, kind }) => ({ toId: String(to_class), kind })),
  };
}

/** Classes judged before what was kept of them is dropped. */
const JUDGED_TOGETHER = 4096;

/** Judges every class: some ten thousand for millions of credentials. */
export function judgeClasses(classes: readonly JudgedClass[], ground: ClassGround, context: Omit<JudgingContext<ReadFacts>, 'credentials'>): JudgedClasses {
  const facts = (at: number): ReadFacts | undefined => { const found = classes[at]; return found && readFacts(at, found, ground); };
  // Made anew for what is asked later: it keeps what it judged.
  const words = (): ReturnType<typeof createWords> => createWords({ ...context, credentials: { get: (id) => facts(Number(id)) } });
  let { word } = words();
  // Classes that differ by links of other areas only are one here, unless they lead somewhere.
  const told = new Map<string, Told>();
  const tell = (at: number, each: JudgedClass, links: readonly ReadLink[]): Told => {
    const [role, demandType, assessed, portable] = each.reads;
    const key = each.leadsTo.length > 0 ? null : `${role} ${demandType} ${assessed} ${portable} ${links.map(([soc, , relation]) => `${soc} ${relation}`).join()}`;
    const known = key === null ? undefined : told.get(key);
    if (known) return known;
    const read = readFacts(at, each, ground);
    const { alone, verdict } = word(read);
    const found = {
      verdict, alone: alone.verdict, jobs: alone.judged?.occupation.employmentHere.value ?? 0, work: workOf(alone),
      pay: (read.role === 'main' ? openedOccupation(read.links)?.occupation.pay?.p50 : null) ?? -1,
    };
    if (key !== null) told.set(key, found);
    return found;
  };
  const size = classes.length;
  const columns = { verdict: new Uint8Array(size), pay: new Int32Array(size).fill(-1), members: new Int32Array(size), alone: new Uint8Array(size), jobs: new Int32Array(size) };
  const work: (string | null)[] = [];
  const openers = new Map<string, OpeningClass[]>();
  const shares = { high: 0, stepping: 0, modest: 0, limited: 0, unknown: 0 };
  for (const [at, each] of classes.entries()) {
    // What is judged is kept for what leads to it; of tens of thousands that would be much.
    if (at % JUDGED_TOGETHER === 0) ({ word } = words());
    const links = linksHere(each.reads[4], ground.chain);
    const found = tell(at, each, links);
    columns.verdict[at] = VERDICTS.indexOf(found.verdict);
    columns.alone[at] = VERDICTS.indexOf(found.alone);
    columns.members[at] = each.members;
    columns.jobs[at] = found.jobs;
    columns.pay[at] = found.pay;
    work.push(found.work);
    shares[found.verdict] += each.members;
    for (const [soc, , relation] of links) {
      if (relation !== 'required-by-law' && relation !== 'qualifies') continue;
      const list = openers.get(soc) ?? [];
      openers.set(soc, list);
      list.push({ class: at, relation });
    }
  }
  const calls = new Map<number, boolean>();
  return {
    ...columns, work, openers, shares,
    opened: (at) => { const read = facts(at); return (read?.role === 'main' ? openedOccupation(read.links)?.occupation : null) ?? null; },
    closeCall: (at) => {
      const found = calls.get(at) ?? ((): boolean => { const [read, judge] = [facts(at), words()]; return read !== undefined && judge.closeCall(judge.word(read)); })();
      calls.set(at, found);
      return found;
    },
  };
}
