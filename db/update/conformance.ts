/**
 * The client over one metadata folder, in the three steps in which the conformance suite of The Update Framework drives it.
 * Updates of Waymark use the same parts; `scripts/tuf-client` reads the suite's arguments.
 */
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '../../shared/kernel/errors.ts';
import { fetchTarget, isAsSigned } from './fetch-target.ts';
import { UPDATE_LIMITS, type UpdateLimits } from './limits.ts';
import { metadataFolder } from './metadata-folder.ts';
import { targetAddress, targetFile } from './names.ts';
import type { Origin } from './origin.ts';
import { openTrust, type Trust } from './trust.ts';

export interface Conformance {
  readonly metadataDir: string;
  /** Where metadata is, at its base. */
  readonly metadata: Origin;
  readonly now: Date;
  readonly limits?: UpdateLimits;
}

/** Puts a first root in place; it is judged when it is used. */
export async function initTrust(metadataDir: string, rootFile: string): Promise<void> {
  await mkdir(metadataDir, { recursive: true });
  await copyFile(rootFile, join(metadataDir, 'root.json'));
}

const trustOf = ({ metadataDir, metadata, now, limits = UPDATE_LIMITS }: Conformance): Promise<Trust> =>
  openTrust({ kept: metadataFolder(metadataDir), receiving: { origin: metadata, limits, meter: { bytes: 0 } }, now, base: '' });

export async function refreshTrust(asked: Conformance): Promise<void> {
  await (await trustOf(asked)).refresh();
}

export interface Download extends Conformance {
  readonly targetNames: readonly string[];
  /** Where targets are, at their base. */
  readonly targets: Origin;
  readonly targetDir: string;
}

/** Errors: those of the client; update-target-missing for a name that no role has. */
export async function downloadTargets(asked: Download): Promise<void> {
  const trust = await trustOf(asked);
  await trust.refresh();
  const receiving = { origin: asked.targets, limits: asked.limits ?? UPDATE_LIMITS, meter: { bytes: 0 } };
  for (const name of asked.targetNames) {
    const target = await trust.find(name);
    if (target === null) throw new CodedError('update-target-missing');
    const out = join(asked.targetDir, targetFile(name));
    if (await isAsSigned(out, target)) continue;
    await fetchTarget(receiving, targetAddress(name, target.hashes, trust.consistentSnapshot), target, out);
  }
}
