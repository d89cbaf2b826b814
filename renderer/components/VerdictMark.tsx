import type { ReactNode } from 'react';
import type { Verdict } from '../../shared/domain/results.ts';
import './verdict.css';

const SHAPES: Readonly<Record<Verdict, ReactNode>> = {
  high: <><circle cx="10" cy="10" r="9" fill="currentColor" /><path d="M5.6 10.4 8.6 13.4 14.4 7" fill="none" className="verdict-inside" strokeWidth="2.2" /></>,
  stepping: <path d="M2 17.5V12.5H7V8H12V3.5H18V17.5Z" fill="currentColor" />,
  modest: <><circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" /><path d="M10 2A8 8 0 0 1 10 18Z" fill="currentColor" /></>,
  limited: <><path d="M10 2 18.6 17.6H1.4Z" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" /><path d="M10 7.4V12" stroke="currentColor" strokeWidth="2" /><circle cx="10" cy="14.7" r="1.2" fill="currentColor" /></>,
  unknown: <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3.2 2.4" />,
};

interface VerdictMarkProps {
  readonly verdict: Verdict;
  readonly size?: number;
}
/** The mark alone: told apart by shape first. Decoration; the word stands beside it. */
export function VerdictMark({ verdict, size = 16 }: VerdictMarkProps) {
  return <svg className={`verdict-mark verdict-${verdict}`} aria-hidden="true" width={size} height={size} viewBox="0 0 20 20">{SHAPES[verdict]}</svg>;
}
