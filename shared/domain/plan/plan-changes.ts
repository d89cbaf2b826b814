import type { Localized } from '../facts.ts';
import { reason } from '../reason.ts';
import type { Reason } from '../reason.ts';
import { credentialChanges, isLarge } from './credential-changes.ts';
import type { ChangeKind, CredentialChange } from './credential-changes.ts';
import type { FrozenCredential, FrozenFigures } from './frozen-figures.ts';

/** How soon somebody should see to it, the soonest first. */
export const URGENCIES = ['now', 'talk', 'note'] as const;
export type Urgency = (typeof URGENCIES)[number];

export interface PlanChange {
  /** Null for what is of the plan as a whole. */
  readonly credentialId: string | null;
  readonly name: Localized | null;
  readonly kind: ChangeKind;
  readonly reason: Reason;
  readonly todo: Reason;
  readonly urgency: Urgency;
}

export interface PlanChanges {
  /** The most urgent first, then in the order of the plan's steps. */
  readonly changes: readonly PlanChange[];
  /** True when the plan froze pay alone: what else moved since cannot be told. */
  readonly notRecorded: boolean;
}

type Pay = FrozenFigures['pays'][number];

function payChanges(then: Pay, now: Pay | undefined): CredentialChange[] {
  const pay = (why: Reason, worse: boolean | null, large: boolean): CredentialChange[] => [{ kind: 'pay', reason: why, worse, large }];
  if (!now) return pay(reason('change.pay-gone'), null, true);
  if (then.soc !== now.soc) return [{ kind: 'job', reason: reason('change.job', { from: then.title, to: now.title }), worse: null, large: true }];
  const [annual, hourly] = [[then.pay.p50, now.pay.p50], [then.pay.hourlyP50Cents, now.pay.hourlyP50Cents]] as const;
  const inHours = annual[0] === null && annual[1] === null;
  const [was, is] = inHours ? hourly : annual;
  if (was === is) return [];
  if (is === null) return pay(reason('change.pay-gone'), null, true);
  if (inHours) {
    const cents = (value: number): number => Math.round(value / 100);
    if (was === null) return pay(reason('change.pay-hour-new', { to: cents(is) }), null, false);
    return cents(was) === cents(is) ? [] : pay(reason('change.pay-hour', { from: cents(was), to: cents(is) }), is < was, isLarge(was, is));
  }
  if (was === null) return pay(reason('change.pay-new', { to: is }), null, false);
  return pay(is > was ? reason('change.pay-rose', { from: was, to: is }) : reason('change.pay-fell', { from: was, to: is }), is < was, isLarge(was, is));
}

/** What somebody should do about a change, and how soon. */
function answerTo({ kind, worse, large }: CredentialChange, successor: FrozenCredential['successor']): Pick<PlanChange, 'todo' | 'urgency'> {
  switch (kind) {
    case 'gone': return { todo: reason('do.other-way'), urgency: 'now' };
    case 'retired': return { todo: successor ? reason('do.successor', { next: successor.name }) : reason('do.other-way'), urgency: 'now' };
    case 'job': return { todo: reason('do.talk'), urgency: 'talk' };
    case 'price': return worse === false || !large ? { todo: reason('do.accept'), urgency: 'note' } : { todo: reason('do.call'), urgency: 'talk' };
    case 'requirement': case 'age': return worse === false ? { todo: reason('do.accept'), urgency: 'note' } : { todo: reason('do.check'), urgency: 'talk' };
    case 'verdict': case 'pay': case 'time': return worse === true && large ? { todo: reason('do.talk'), urgency: 'talk' } : { todo: reason('do.accept'), urgency: 'note' };
    default: return { todo: reason('do.accept'), urgency: 'note' };
  }
}

function cheapestChange(then: FrozenFigures['cheapest'], now: FrozenFigures['cheapest']): Reason | null {
  if (!then || now === undefined || (now !== null && then.soc !== now.soc)) return null;
  if (now === null) return reason('change.cheapest-none');
  return then.credentialIds.join(' ') === now.credentialIds.join(' ') ? null : reason('change.cheapest', { way: now.names, cost: Math.round(now.cents / 100), before: then.names, was: Math.round(then.cents / 100) });
}

/**
 * What an edition says differently of a plan than the figures it froze, each with what to do and how soon; `credentialIds` are those of
 * the plan's steps in their order, and what is frozen of others is of no plan any more. Figures of one edition change nothing.
 */
export function planChanges(then: FrozenFigures, now: FrozenFigures, credentialIds: readonly string[]): PlanChanges {
  if (then.digest === now.digest) return { changes: [], notRecorded: false };
  const changes: PlanChange[] = [];
  const by = <T extends { readonly credentialId: string }>(list: readonly T[] | undefined, id: string): T | undefined => list?.find((each) => each.credentialId === id);
  for (const id of new Set(credentialIds)) {
    const [was, is, paid] = [by(then.credentials, id), by(now.credentials, id), by(then.pays, id)];
    if (!was && !paid) continue;
    const isMissing = is === undefined || is.status === 'missing';
    const found: CredentialChange[] = was && is ? credentialChanges(was, is)
      : isMissing ? [{ kind: 'gone', reason: reason('change.gone'), worse: true, large: true }]
        // Plans that froze pay alone are told of a credential that is no longer given all the same.
        : is.status === 'retired' ? credentialChanges({ ...is, status: 'active', successor: null }, is) : [];
    if (paid && !isMissing) found.push(...payChanges(paid, by(now.pays, id)));
    const name = is?.name ?? was?.name ?? paid?.title ?? null;
    changes.push(...found.map((each): PlanChange => ({ credentialId: id, name, kind: each.kind, reason: each.reason, ...answerTo(each, is?.successor ?? null) })));
  }
  const [floor, line] = [then.floor?.value ?? null, now.floor?.value ?? null];
  if (floor !== null && line !== null && floor !== line) changes.push({ credentialId: null, name: null, kind: 'floor', reason: reason('change.floor', { from: floor, to: line }), todo: reason('do.accept'), urgency: 'note' });
  const way = cheapestChange(then.cheapest, now.cheapest);
  if (way) changes.push({ credentialId: null, name: null, kind: 'cheapest', reason: way, todo: reason('do.talk'), urgency: 'talk' });
  return { changes: changes.sort((a, b) => URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency)), notRecorded: then.credentials === undefined };
}
