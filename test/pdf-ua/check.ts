/**
 * The structure checker: PDF/UA-1 (ISO 14289-1) by the failure conditions of the Matterhorn Protocol 1.1 that a
 * machine can find, one rule for each. docs/pdf-ua.md lists them, and those that are left to people.
 */
import { ANNOTATION_RULES } from './rules/annotations.ts';
import { CONTENT_RULES } from './rules/content.ts';
import { DOCUMENT_RULES } from './rules/document.ts';
import { FONT_RULES } from './rules/fonts.ts';
import { LANGUAGE_RULES } from './rules/language.ts';
import { STRUCTURE_RULES } from './rules/structure.ts';
import type { Rule } from './rule.ts';
import { readSubject } from './subject.ts';

export const RULES: readonly Rule[] = [...CONTENT_RULES, ...DOCUMENT_RULES, ...LANGUAGE_RULES, ...STRUCTURE_RULES, ...ANNOTATION_RULES, ...FONT_RULES];

export interface Finding {
  readonly id: string;
  readonly fault: string;
  readonly where: readonly string[];
}

/** What is wrong with a PDF; nothing when every rule is kept. */
export async function checkPdfUa(pdf: Uint8Array): Promise<Finding[]> {
  const subject = await readSubject(pdf);
  return RULES.flatMap(({ id, fault, find }) => {
    const where = find(subject);
    return where.length > 0 ? [{ id, fault, where }] : [];
  });
}
