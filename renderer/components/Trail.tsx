import type { ReactNode } from 'react';
import './trail.css';

export interface TrailStep {
  readonly key: string;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** `here` is where one stands; `skip` may be left out; `later` comes later. */
  readonly state: 'way' | 'here' | 'skip' | 'later';
  /** What the blaze says to those who do not see it, as "You are here". */
  readonly stateText?: string;
}

/** Steps of a route as blazes on a line: filled on the way, outlined when skipped or later, orange where one stands. */
export function Trail({ steps, label }: { readonly steps: readonly TrailStep[]; readonly label: string }) {
  return (
    <ol className="trail" aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} className={`trail-step trail-${step.state}`} {...(step.state === 'here' ? { 'aria-current': 'step' as const } : {})}>
          <span className="trail-blaze" aria-hidden="true" />
          <div className="trail-text">
            <div className="trail-title">{step.title}{step.stateText === undefined ? null : <span className="only-heard"> ({step.stateText})</span>}</div>
            {step.note === undefined ? null : <div className="trail-note">{step.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
