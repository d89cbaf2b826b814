/** The contract: every method there is. A method that is not here cannot be called. */
import type { z } from 'zod';
import type { Envelope } from '../kernel/errors.ts';
import { app } from './app.ts';
import { changes } from './changes.ts';
import { here } from './here.ts';
import { overlay } from './overlay.ts';
import { packs } from './packs.ts';
import { payers } from './payers.ts';
import { plans } from './plans.ts';
import { print } from './print.ts';
import { reference } from './reference.ts';
import { routes } from './routes.ts';
import { schools } from './schools.ts';
import { rubrics } from './rubrics.ts';
import { students } from './students.ts';
import { training } from './training.ts';
import { updates } from './updates.ts';
import { vault } from './vault.ts';

export const contract = { ...app, ...reference, ...here, ...schools, ...training, ...routes, ...payers, ...rubrics, ...packs, ...changes, ...overlay, ...updates, ...vault, ...students, ...plans, ...print };
export type Contract = typeof contract;
export type MethodName = keyof Contract;
export const METHOD_NAMES = Object.keys(contract) as readonly MethodName[];

/** What a caller passes (defaults may be left out). */
export type InputOf<N extends MethodName> = z.input<Contract[N]['input']>;
/** What a handler receives (defaults filled in). */
export type ParsedInputOf<N extends MethodName> = z.output<Contract[N]['input']>;
export type OutputOf<N extends MethodName> = z.output<Contract[N]['output']>;

/** The one door, as each transport implements it for the page. */
export type Call = <N extends MethodName>(name: N, input: InputOf<N>) => Promise<Envelope<OutputOf<N>>>;

/** True for a name of the contract; the dispatcher and the transports refuse every other. */
export function isMethodName(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}
