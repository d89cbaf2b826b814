/** Documents of the Credential Registry (CTDL): payloads, graphs, envelopes, exports of many in one file. */
import type { Tally } from '../check/tally.ts';
import type { JsonInput } from '../file/source-input.ts';
import type { SourceKind } from '../source-kind.ts';
import { CLASS_PROBLEMS, fateOf } from './classes.ts';
import { FACT_PROBLEMS } from './facts.ts';
import { formOfInput } from './form.ts';
import { credentialOf, ctidOf, manifestOf, organizationOf, RECORD_PROBLEMS, updatedOf, type CtdlOrganization, type CtdlRecord } from './records.ts';
import { faultOf, RULE_PROBLEMS } from './rules.ts';
import { trialSign } from './test-record.ts';
import { UNWRAP_PROBLEMS, unwrapped, type Unwrapped } from './unwrap.ts';
import { classesOf, property, text } from './values.ts';

type Node = Extract<Unwrapped, { what: 'node' }>;
type Organizations = Map<string, CtdlOrganization>;

const isOrganization = ({ node }: Node): boolean => classesOf(node).some(({ name }) => fateOf(name)?.use === 'organization');

/** What must be known before a record can be judged: who is named in the file, and which version of a record is its last. */
interface Survey {
  readonly organizations: Organizations;
  /** By registry id, where it stands more than once: the place of the latest version. */
  readonly latest: ReadonlyMap<string, number>;
}

async function survey(input: JsonInput): Promise<Survey> {
  const organizations: Organizations = new Map();
  const seen = new Map<string, { place: number; updated: string; times: number }>();
  let place = 0;
  for await (const document of input.documents()) {
    if ('fault' in document) continue;
    for (const each of unwrapped(document.value)) {
      place += 1;
      if (each.what !== 'node') continue;
      const ctid = ctidOf(each.node);
      if (isOrganization(each)) {
        const organization = organizationOf(each.node);
        if (organization.name !== '') organizations.set(ctid ?? organization.record, organization);
      }
      if (ctid === null || each.blank) continue;
      const updated = updatedOf(each.node, each.wrapping) ?? '';
      const known = seen.get(ctid);
      if (!known || updated >= known.updated) seen.set(ctid, { place, updated, times: (known?.times ?? 0) + 1 });
      else known.times += 1;
    }
  }
  return { organizations, latest: new Map([...seen].filter(([, { times }]) => times > 1).map(([ctid, at]) => [ctid, at.place])) };
}

function recordOf({ node, wrapping, blank }: Node, place: number, { organizations, latest }: Survey, row: number, tally: Tally, keepTrials: boolean): CtdlRecord | null {
  const [type] = classesOf(node);
  const say = (kind: 'skip' | 'refuse', code: string, value: string, column = ''): null => {
    tally[kind](code, { row, column, value });
    return null;
  };
  if (!type) return say('refuse', 'class-missing', text(property(node, 'name')) ?? '');
  if (blank) return say('skip', 'part-of-another', type.name);
  const use = fateOf(type.name);
  if (use === null) return say('refuse', 'class-unknown', type.name, '@type');
  if (wrapping.deleted) return say('skip', 'deleted', type.name);
  const fault = faultOf(node, type.name, use.use);
  if (fault) return say('refuse', fault.code, text(property(node, 'name')) ?? type.name, fault.column);
  const trial = keepTrials ? null : trialSign(node);
  if (trial !== null) return say('skip', 'test-record', trial);
  const last = latest.get(ctidOf(node) ?? '');
  if (last !== undefined && last !== place) return say('skip', 'superseded', ctidOf(node) ?? '');
  switch (use.use) {
    case 'skip': return say('skip', use.code, type.name);
    case 'organization': return organizationOf(node);
    case 'credential': return credentialOf(node, use.kind, wrapping, organizations, row, tally);
    default: return manifestOf(node, use.use, row, tally);
  }
}

/** The kind; `keepTrials` also keeps records made for trying things out. */
export const ctdlKind = (keepTrials: boolean): SourceKind<CtdlRecord> => ({
  kind: 'ctdl',
  title: 'Credential Registry documents (CTDL)',
  problems: {
    ...CLASS_PROBLEMS, ...RULE_PROBLEMS, ...UNWRAP_PROBLEMS, ...FACT_PROBLEMS, ...RECORD_PROBLEMS,
    'part-of-another': 'A part of another record, named only within its document.',
    deleted: 'The registry has deleted the record.',
    superseded: 'A later version of the record stands in the file.',
  },
  recognise(input) {
    if (input.form !== 'json' || formOfInput(input) !== 'ctdl') return null;
    const days = input.head.flatMap((document) => ('value' in document ? [...unwrapped(document.value)] : []))
      .flatMap((each) => (each.what === 'node' ? updatedOf(each.node, each.wrapping) ?? [] : [])).sort();
    return { vintage: days.at(-1) ?? null };
  },
  async* read(input, tally) {
    if (input.form !== 'json') return;
    const known = await survey(input);
    let place = 0;
    for await (const document of input.documents()) {
      const { row } = document;
      if ('fault' in document) {
        tally.refuse(document.fault, { row, column: `line ${document.line}`, value: document.near });
        continue;
      }
      for (const note of document.notes ?? []) tally.flag(note, { row });
      for (const each of unwrapped(document.value)) {
        place += 1;
        if (each.what !== 'node') {
          tally[each.what](each.code, { row, value: each.value });
          continue;
        }
        const record = recordOf(each, place, known, row, tally, keepTrials);
        if (record !== null) yield record;
      }
    }
  },
  * stage(record) {
    if (record.what === 'credential') yield record;
    // A record of another file may name it by its registry id alone.
    if (record.what === 'organization' && record.ctid !== null && record.name !== '') yield { what: 'organization', ctid: record.ctid, name: record.name, url: record.url };
  },
});

export const ctdl = ctdlKind(false);
