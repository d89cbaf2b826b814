import type { ReactNode } from 'react';

/** Yearly amounts of a sentence in bold: what the eye looks for first. Hourly ones, under 1,000, stay as they are. */
export function boldDollars(text: string): ReactNode[] {
  return text.split(/(\$\d{1,3}(?:,\d{3})+)/u).map((part, index) => (index % 2 === 1 ? <strong key={index}>{part}</strong> : part));
}
