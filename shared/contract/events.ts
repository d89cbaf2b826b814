/** What the service tells the page without being asked. */
import { z } from 'zod';
import { DATA_KINDS } from './method.ts';
import { vaultState } from './app.ts';

/** Commands of the native menu; the page carries them out. */
export const MENU_COMMANDS = [
  'go-home', 'go-explore', 'go-compare', 'go-students', 'go-data', 'go-settings', 'focus-search', 'go-back', 'go-forward',
  'undo', 'redo', 'print', 'lock', 'toggle-language', 'show-palette', 'show-shortcuts', 'open-pack',
] as const;

export const serviceEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('changed'), kinds: z.array(z.enum(DATA_KINDS)) }),
  z.strictObject({ type: z.literal('vault'), state: vaultState }),
  /** A pack is being put in: rows done of all. */
  z.strictObject({ type: z.literal('pack-progress'), done: z.number().int(), all: z.number().int() }),
  /** An update is looked for, comes (bytes) or is being made ready (rows): done of all. */
  z.strictObject({ type: z.literal('update-progress'), phase: z.enum(['looking', 'bytes', 'rows']), done: z.number().int(), all: z.number().int() }),
  z.strictObject({ type: z.literal('menu'), command: z.enum(MENU_COMMANDS) }),
  z.strictObject({ type: z.literal('stopped') }),
]);
export type ServiceEvent = z.infer<typeof serviceEvent>;
