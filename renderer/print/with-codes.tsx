import type { ReactNode } from 'react';

/** A code of the starter: three letters and one more sign, none that reads like a digit. */
const CODE = /\b([A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z])\b/u;

/** A text whose codes are framed and never broken at their dash. */
export function withCodes(text: string): ReactNode[] {
  return text.split(CODE).map((part, index) => (index % 2 === 1 ? <span key={index} className="row-code">{part}</span> : part));
}
