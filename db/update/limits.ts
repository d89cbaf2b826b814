/** Every limit of an update in one place. Nothing here is asked of the other side; a repository or a network that goes over one is refused. */
export interface UpdateLimits {
  /** Files of metadata, bytes. */
  readonly rootBytes: number;
  readonly timestampBytes: number;
  readonly snapshotBytes: number;
  readonly targetsBytes: number;
  /** One target, bytes: the largest pack. */
  readonly targetBytes: number;
  /** One patch, bytes. */
  readonly patchBytes: number;
  /** The list of editions, bytes. */
  readonly indexBytes: number;
  /** Roots followed in one refresh; the next refresh goes on from there. */
  readonly rootSteps: number;
  /** Delegated roles visited in one search. */
  readonly roles: number;
  /** Times that a failure which may pass is tried, and the pause before the second time; it doubles. */
  readonly attempts: number;
  readonly pauseMs: number;
  /** Waiting for the first byte of an answer, and then for each next one. */
  readonly answerMs: number;
  readonly stallMs: number;
  /** A whole file of metadata. */
  readonly metadataMs: number;
  /** A sender may be slow, but not this slow: at least so many bytes in each stretch of time. */
  readonly slowBytes: number;
  readonly slowMs: number;
  /** A clock may be behind what it showed at the last refresh by this much (time zones, summer time) before it is thought wrong. */
  readonly clockBackMs: number;
}

export const UPDATE_LIMITS: UpdateLimits = {
  rootBytes: 512_000,
  timestampBytes: 16_384,
  snapshotBytes: 2_000_000,
  targetsBytes: 5_000_000,
  targetBytes: 4 * 1024 ** 3 + 128 * 1024,
  patchBytes: 1024 ** 3 + 128 * 1024,
  indexBytes: 256 * 1024,
  rootSteps: 256,
  roles: 32,
  attempts: 3,
  pauseMs: 1_000,
  answerMs: 60_000,
  stallMs: 30_000,
  metadataMs: 120_000,
  slowBytes: 16 * 1024,
  slowMs: 60_000,
  clockBackMs: 36 * 3_600_000,
};
