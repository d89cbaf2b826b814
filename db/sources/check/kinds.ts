/** Every kind of source file, in no order that matters: each claims its own content and no other's. */
import { cipSoc } from '../cip-soc/cip-soc.ts';
import type { SourceKind } from '../source-kind.ts';

export const SOURCE_KINDS: readonly SourceKind[] = [cipSoc];
