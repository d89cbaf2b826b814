/**
 * A repository in memory for tests, which can be made wrong in every way: what is published, with which versions and
 * signatures, is in the hands of the test. It counts what is asked of it.
 */
import { createHash } from 'node:crypto';
import { newSigner, signaturesOf, type KeyJson, type Metadata, type Signer } from './test-signers.ts';

interface Role { keyids: string[]; threshold: number; [extra: string]: unknown }
interface Common { _type: string; spec_version: string; version: number; expires: string; [extra: string]: unknown }
export interface RootJson extends Common { keys: Record<string, KeyJson>; roles: Record<TopRole, Role>; consistent_snapshot: boolean }
export interface FileMeta { version: number; length?: number; hashes?: Record<string, string> }
export interface MetaJson extends Common { meta: Record<string, FileMeta> }
export interface TargetJson { length: number; hashes: Record<string, string>; custom?: unknown }
export interface Delegated extends Role { name: string; terminating: boolean; paths?: string[]; path_hash_prefixes?: string[] }
export interface TargetsJson extends Common { targets: Record<string, TargetJson>; delegations?: { keys: Record<string, KeyJson>; roles: Delegated[] } }
export type TopRole = 'root' | 'timestamp' | 'snapshot' | 'targets';

export const TOP_ROLES: readonly TopRole[] = ['root', 'timestamp', 'snapshot', 'targets'];
const DAY_MS = 86_400_000;

/** An end so many days from now, as metadata writes it. */
export const expiryIn = (days: number, from = Date.now()): string => `${new Date(from + days * DAY_MS).toISOString().slice(0, 19)}Z`;
export const hashOf = (bytes: Buffer, name = 'sha256'): string => createHash(name).update(bytes).digest('hex');

export class TestRepository {
  readonly metadata = new Map<string, Metadata<RootJson | MetaJson | TargetsJson>>();
  /** All that was published, by role and in order of version. */
  readonly published = new Map<string, Buffer[]>();
  readonly signers = new Map<string, Signer[]>();
  readonly artifacts = new Map<string, { bytes: Buffer; signed: TargetJson }>();
  /** Requests for metadata, as "2.root" or "timestamp", and for targets, as they were asked. */
  readonly asked: string[] = [];
  readonly askedTargets: string[] = [];
  /** Whether snapshot and timestamp state lengths and hashes. */
  statesHashes = false;

  constructor() {
    const common = (type: string): Common => ({ _type: type, spec_version: '1.0.31', version: 1, expires: expiryIn(30) });
    const signers = new Map(TOP_ROLES.map((role) => [role, newSigner()]));
    const roleOf = (role: TopRole): Role => ({ keyids: [signers.get(role)?.keyid ?? ''], threshold: 1 });
    const root: RootJson = {
      ...common('root'), _type: 'root', consistent_snapshot: true, keys: Object.fromEntries([...signers.values()].map(({ keyid, key }) => [keyid, key])),
      roles: { root: roleOf('root'), timestamp: roleOf('timestamp'), snapshot: roleOf('snapshot'), targets: roleOf('targets') },
    };
    const targets: TargetsJson = { ...common('targets'), targets: {} };
    const snapshot: MetaJson = { ...common('snapshot'), meta: {} };
    const timestamp: MetaJson = { ...common('timestamp'), meta: {} };
    for (const [role, signed] of Object.entries({ root, targets, snapshot, timestamp })) this.metadata.set(role, { signed, signatures: [] });
    for (const [role, signer] of signers) this.signers.set(role, [signer]);
    this.publish('targets', 'snapshot', 'timestamp', 'root');
  }

  #signed(role: string): RootJson | MetaJson | TargetsJson {
    const found = this.metadata.get(role);
    if (!found) throw new Error(`No role ${role}`);
    return found.signed;
  }

  get root(): RootJson { return this.#signed('root') as RootJson; }
  get timestamp(): MetaJson { return this.#signed('timestamp') as MetaJson; }
  get snapshot(): MetaJson { return this.#signed('snapshot') as MetaJson; }
  get targets(): TargetsJson { return this.role('targets'); }
  role(name: string): TargetsJson { return this.#signed(name) as TargetsJson; }
  /** What the timestamp says of the snapshot. */
  get snapshotMeta(): FileMeta { return this.timestamp.meta['snapshot.json'] ?? { version: 0 }; }

  addKey(role: TopRole, signer: Signer, isSigning = true): void {
    this.root.keys[signer.keyid] = signer.key;
    if (!this.root.roles[role].keyids.includes(signer.keyid)) this.root.roles[role].keyids.push(signer.keyid);
    if (isSigning) this.signers.set(role, [...(this.signers.get(role) ?? []), signer]);
  }

  /** Other keys for a role; the root is still to be published. */
  rotate(role: TopRole): void {
    this.root.roles[role].keyids = [];
    this.signers.set(role, []);
    for (let index = 0; index < this.root.roles[role].threshold; index += 1) this.addKey(role, newSigner());
  }

  /** Signs and publishes roles, each with the next version, and updates what snapshot and timestamp say of them. */
  publish(...roles: string[]): void {
    for (const role of roles) this.publishAs(role, (this.published.get(role)?.length ?? 0) + 1);
  }

  /** The same with a version of the test's choice within the file; it is served as the next one. */
  publishAs(role: string, version: number): void {
    const found = this.metadata.get(role);
    if (!found) throw new Error(`No role ${role}`);
    found.signed.version = version;
    found.signatures = signaturesOf(found.signed, this.signers.get(role) ?? []);
    const bytes = Buffer.from(JSON.stringify(found, null, 1));
    this.published.set(role, [...(this.published.get(role) ?? []), bytes]);
    const meta: FileMeta = { version, ...(this.statesHashes ? { length: bytes.length, hashes: { sha256: hashOf(bytes) } } : {}) };
    if (role === 'snapshot') this.timestamp.meta['snapshot.json'] = meta;
    else if (role !== 'root' && role !== 'timestamp') this.snapshot.meta[`${role}.json`] = meta;
  }

  addArtifact(path: string, content: string | Buffer, { role = 'targets', hashes = ['sha256'] }: { role?: string; hashes?: readonly string[] } = {}): void {
    const bytes = Buffer.from(content);
    const signed = { length: bytes.length, hashes: Object.fromEntries(hashes.map((name) => [name, hashOf(bytes, name)])) };
    this.role(role).targets[path] = signed;
    this.artifacts.set(path, { bytes, signed });
  }

  /** A delegation with a key of its own, put last; the delegated role's metadata is made where there is none. */
  addDelegation(delegator: string, name: string, { paths = ['*'], terminating = false, expires = expiryIn(30) }: { paths?: string[]; terminating?: boolean; expires?: string } = {}): void {
    const by = this.role(delegator);
    by.delegations ??= { keys: {}, roles: [] };
    const signer = newSigner();
    by.delegations.keys[signer.keyid] = signer.key;
    by.delegations.roles.push({ name, keyids: [signer.keyid], threshold: 1, terminating, paths });
    this.signers.set(name, [...(this.signers.get(name) ?? []), signer]);
    if (!this.metadata.has(name)) this.metadata.set(name, { signed: { _type: 'targets', spec_version: '1.0.31', version: 1, expires, targets: {} }, signatures: [] });
  }

  /** The bytes behind an address below the base, or null; `count` false only looks. */
  serve(path: string, count = true): Buffer | null {
    return path.startsWith('metadata/') ? this.#metadata(path.slice('metadata/'.length), count) : this.#target(path.slice('targets/'.length), count);
  }

  #metadata(name: string, count: boolean): Buffer | null {
    const match = /^(?:(\d+)\.)?(.+)\.json$/s.exec(name);
    if (!match) return null;
    const [, version, encoded = ''] = match;
    const role = decodeURIComponent(encoded);
    if (count) this.asked.push(version === undefined ? role : `${version}.${role}`);
    const isPlain = role === 'timestamp' || (role !== 'root' && !this.root.consistent_snapshot);
    const files = this.published.get(role) ?? [];
    if (isPlain) return version === undefined ? (files.at(-1) ?? null) : null;
    return version === undefined ? null : (files[Number(version) - 1] ?? null);
  }

  #target(address: string, count: boolean): Buffer | null {
    const path = decodeURIComponent(address);
    if (count) this.askedTargets.push(path);
    if (!this.root.consistent_snapshot) return this.artifacts.get(path)?.bytes ?? null;
    const [folder, name] = [path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1)];
    const found = this.artifacts.get(`${folder}${name.slice(name.indexOf('.') + 1)}`);
    return found && Object.values(found.signed.hashes).includes(name.slice(0, name.indexOf('.'))) ? found.bytes : null;
  }

  /** Every file that can be asked for now, for a copy in a folder. */
  files(): Map<string, Buffer> {
    const found = new Map<string, Buffer>();
    for (const [role, versions] of this.published) {
      const name = encodeURIComponent(role);
      versions.forEach((bytes, index) => {
        if (role === 'root' || (role !== 'timestamp' && this.root.consistent_snapshot)) found.set(`metadata/${index + 1}.${name}.json`, bytes);
        else found.set(`metadata/${name}.json`, bytes);
      });
    }
    for (const [path, { bytes, signed }] of this.artifacts) {
      const at = path.lastIndexOf('/') + 1;
      for (const hash of Object.values(signed.hashes)) {
        found.set(`targets/${this.root.consistent_snapshot ? `${path.slice(0, at)}${hash}.${path.slice(at)}` : path}`, bytes);
      }
    }
    return found;
  }
}
