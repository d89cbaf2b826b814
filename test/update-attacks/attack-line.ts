/** A row of the attack table in docs/updates.md: tests hold it to the code with which the attack was refused for real. */
import { readFile } from 'node:fs/promises';
import { createTranslator, hasMessage } from '../../shared/i18n/translator.ts';
import type { ErrorCode } from '../../shared/kernel/errors.ts';

const [en, es] = [createTranslator('en'), createTranslator('es')];

/** Throws when a language has no sentence for the code. */
export function attackLine(attack: string, code: ErrorCode): string {
  const key = `error.${code}`;
  if (!hasMessage(key)) throw new Error(`There is no sentence for ${code}.`);
  return `| ${attack} | \`${code}\` | ${en.t(key)} | ${es.t(key)} |`;
}

/** Whether the table has this row. */
export async function isInTable(attack: string, code: ErrorCode): Promise<boolean> {
  return (await readFile(new URL('../../docs/updates.md', import.meta.url), 'utf8')).includes(`\n${attackLine(attack, code)}\n`);
}
