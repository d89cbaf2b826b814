import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { IsoDay } from '../../kernel/plain-date.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import type { Shaped } from '../shape.ts';

/** A rule as the reference database holds it: dates and data, the data not yet read. */
export interface RuleRow {
  readonly id: string;
  readonly kind: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a year or month holds from its first to its last day. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly params: unknown;
  readonly source: string;
}

/** A rule whose data has been read. */
export interface DatedRule<P> extends Omit<RuleRow, 'params'> { readonly params: P }

/** Why no rule answers: there is none of the kind, none on that day, or its data cannot be read. */
export type NoRule =
  | { readonly why: 'no-such-rule'; readonly day: IsoDay }
  | { readonly why: 'not-yet'; readonly day: IsoDay; readonly from: string }
  | { readonly why: 'over'; readonly day: IsoDay; readonly to: string }
  | { readonly why: 'gap'; readonly day: IsoDay }
  | { readonly why: 'unreadable'; readonly id: string; readonly field: string };

const startsBy = ({ validFrom }: RuleRow, day: IsoDay): boolean => validFrom <= day;
/** A last day written as a year or a month holds to its end. */
const endsAfter = ({ validTo }: RuleRow, day: IsoDay): boolean => validTo === null || day.slice(0, validTo.length) <= validTo;

/**
 * The rule of a kind that holds on a day: of several, the one that started last, then by id. A day
 * outside the dates of all is an answer of its own, never the nearest rule.
 */
export function ruleOn<P>(rows: readonly RuleRow[], kind: string, shape: Shaped<P>, day: IsoDay): Result<DatedRule<P>, NoRule> {
  const ofKind = rows.filter((row) => row.kind === kind);
  const [holds] = ofKind.filter((row) => startsBy(row, day) && endsAfter(row, day))
    .sort((a, b) => (a.validFrom === b.validFrom ? (a.id < b.id ? -1 : 1) : a.validFrom < b.validFrom ? 1 : -1));
  if (holds) {
    const read = shape.read(holds.params);
    return read.ok ? ok({ ...holds, params: read.value }) : err({ why: 'unreadable', id: holds.id, field: read.error.field });
  }
  const starts = ofKind.map(({ validFrom }) => validFrom).sort();
  const [first] = starts;
  if (first === undefined) return err({ why: 'no-such-rule', day });
  if (day < first) return err({ why: 'not-yet', day, from: first });
  // A year or a month ends after every day in it, so its text is padded past them.
  const ends = ofKind.map(({ validTo }) => validTo).filter((to) => to !== null).sort((a, b) => (a.padEnd(10, '~') < b.padEnd(10, '~') ? 1 : -1));
  const [last] = ends;
  const over = last !== undefined && ofKind.every((row) => row.validTo !== null && !endsAfter(row, day));
  return over ? err({ why: 'over', day, to: last }) : err({ why: 'gap', day });
}

/** The sentence that says why no rule answers. */
export function noRuleReason(none: NoRule): Reason {
  switch (none.why) {
    case 'no-such-rule': return reason('rule.none');
    case 'not-yet': return reason('rule.not-yet', { from: none.from, day: none.day });
    case 'over': return reason('rule.over', { to: none.to, day: none.day });
    case 'gap': return reason('rule.gap', { day: none.day });
    case 'unreadable': return reason('rule.unreadable', { id: none.id });
  }
}
