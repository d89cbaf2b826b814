/** Looks at a repository: as a client would, byte by byte, and as the one who keeps its keys does. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError, type ErrorCode, type ErrorParams } from '../../shared/kernel/errors.ts';
import { readPatchHeader } from '../pack/patch/patch-reader.ts';
import { readPackHeader } from '../pack/pack-reader.ts';
import { trustRoot } from '../update/trust.ts';
import { refusalOf } from '../update/refusal.ts';
import { readIndex } from './edition.ts';
import { refusalByClient, targetFileOf } from './publish.ts';
import { FOLDERS, readPublished, readSettings, readStaged, ROLES, type RoleName, type Store } from './repository.ts';
import { signaturesOf } from './signing.ts';

const DAY_MS = 86_400_000;
/** A role is warned about in the last third of its time. */
const WARN_SHARE = 1 / 3;

export interface Problem {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}
const problemOf = ({ code, params }: CodedError): Problem => ({ code, params });
const coded = (error: unknown): Problem => {
  if (error instanceof CodedError) return problemOf(error);
  throw error;
};

/** Every root from the first on, each signed by the one before: what a client that was offline for years has to follow. */
async function rootChain(dir: string, newest: number, now: Date): Promise<Problem | null> {
  try {
    const read = (version: number) => readFile(join(dir, FOLDERS.metadata, `${version}.root.json`)).catch((cause: unknown) => { throw new CodedError('repository-damaged', { file: `${version}.root.json` }, { cause }); });
    const store = trustRoot(await read(1), now);
    for (let version = 2; version <= newest; version += 1) store.updateRoot(await read(version));
    return null;
  } catch (error) {
    return problemOf(refusalOf(error, 'root'));
  }
}

async function fileProblem(dir: string, path: string, signed: { readonly length: number; readonly hashes: Readonly<Record<string, string>> }): Promise<Problem | null> {
  const hash = createHash('sha256');
  let length = 0;
  try {
    for await (const chunk of createReadStream(targetFileOf(dir, path, signed.hashes), { highWaterMark: 1024 * 1024 })) {
      hash.update(chunk as Buffer);
      length += (chunk as Buffer).length;
    }
  } catch {
    return { code: 'repository-damaged', params: { file: path } };
  }
  return length === signed.length && hash.digest('hex') === signed.hashes['sha256'] ? null : { code: 'repository-damaged', params: { file: path } };
}

/** Each pack and patch that the index lists is there and is what the index says of it. */
async function indexProblems(dir: string, published: Store): Promise<Problem[]> {
  const nothing: Store = { root: null, targets: null, snapshot: null, timestamp: null };
  const { scope, editions, patches } = await readIndex(dir, published, nothing);
  const found: Problem[] = [];
  for (const { pack, digest, bytes } of editions) {
    const target = published.targets?.metadata.signed.targets[pack];
    const header = target && (await readPackHeader(targetFileOf(dir, pack, target.hashes)).catch(() => null));
    if (!header || header.digest !== digest || header.scope !== scope || target?.length !== bytes) found.push({ code: 'repository-damaged', params: { file: pack } });
  }
  for (const { patch, from, to, bytes } of patches) {
    const target = published.targets?.metadata.signed.targets[patch];
    const header = target && (await readPatchHeader(targetFileOf(dir, patch, target.hashes)).catch(() => null));
    if (!header || header.from.digest !== from || header.to.digest !== to || header.scope !== scope || target?.length !== bytes) found.push({ code: 'repository-damaged', params: { file: patch } });
  }
  return found;
}

/** All that is wrong with what is public; nothing when a client can follow it from the first root to the last byte. */
export async function checkRepository(dir: string, now: Date): Promise<readonly Problem[]> {
  await readSettings(dir);
  try {
    const published = await readPublished(dir);
    const asClient = refusalByClient(published, published, now);
    const problems = [published.root && (await rootChain(dir, published.root.metadata.signed.version, now)), asClient && problemOf(asClient)];
    for (const [path, signed] of Object.entries(published.targets?.metadata.signed.targets ?? {})) problems.push(await fileProblem(dir, path, signed));
    if (published.targets) problems.push(...await indexProblems(dir, published));
    return problems.filter((each) => each !== null);
  } catch (error) {
    return [coded(error)];
  }
}

export interface RoleStatus {
  readonly version: number;
  readonly expires: string;
  readonly daysLeft: number;
  readonly threshold: number;
  readonly keys: readonly string[];
}
export interface WaitingStatus {
  readonly role: RoleName;
  readonly version: number;
  readonly signed: readonly string[];
  readonly waiting: readonly string[];
  readonly threshold: number;
}
export interface RepositoryStatus {
  readonly name: string;
  readonly scope: string;
  readonly roles: Readonly<Record<RoleName, RoleStatus | null>>;
  readonly editions: readonly { readonly edition: string; readonly digest: string; readonly bytes: number }[];
  readonly waiting: readonly WaitingStatus[];
  /** Roles that end soon or have ended. */
  readonly warnings: readonly { readonly role: RoleName; readonly daysLeft: number }[];
}

/** Errors: repository-missing, repository-damaged. */
export async function repositoryStatus(dir: string, now: Date): Promise<RepositoryStatus> {
  const { name, scope, days } = await readSettings(dir);
  const published = await readPublished(dir);
  const staged = await readStaged(dir, published);
  const roleStatus = (role: RoleName): RoleStatus | null => {
    const signed = published[role]?.metadata.signed;
    const named = published.root?.metadata.signed.roles[role];
    if (!signed) return null;
    return { version: signed.version, expires: signed.expires, daysLeft: Math.floor((Date.parse(signed.expires) - now.getTime()) / DAY_MS), threshold: named?.threshold ?? 0, keys: named?.keyIDs ?? [] };
  };
  const roles = { root: roleStatus('root'), targets: roleStatus('targets'), snapshot: roleStatus('snapshot'), timestamp: roleStatus('timestamp') };
  const waiting = ROLES.flatMap((role) => {
    const stored = staged[role];
    if (!stored) return [];
    const { signed, waiting: more, threshold } = signaturesOf(role, stored, published, staged);
    return [{ role, version: stored.metadata.signed.version, signed, waiting: more, threshold }];
  });
  const { editions } = await readIndex(dir, published, staged);
  return {
    name, scope, roles, waiting, editions: editions.map(({ edition, digest, bytes }) => ({ edition, digest, bytes })),
    warnings: ROLES.flatMap((role) => { const status = roles[role]; return status && status.daysLeft < days[role] * WARN_SHARE ? [{ role, daysLeft: status.daysLeft }] : []; }),
  };
}
