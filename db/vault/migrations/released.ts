import type { Migration } from '../migrate.ts';
import { start0010 } from './0010-start.ts';

/** Every migration there is, oldest first. Numbers rise in tens, so that a mend fits between two. */
export const MIGRATIONS: readonly Migration[] = [start0010];
