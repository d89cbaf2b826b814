import './strips.css';

interface TimeBarProps {
  /** Months of this way; null when not known: then there is no bar. */
  readonly months: number | null;
  /** The longest of those it is shown beside. */
  readonly longest: number;
}

/** How long a way takes beside the others. Decoration: the words stand next to it. */
export function TimeBar({ months, longest }: TimeBarProps) {
  if (months === null || longest <= 0) return null;
  return <span className="time-bar" aria-hidden="true" style={{ '--reach': `${(months / longest) * 100}%` }} />;
}
