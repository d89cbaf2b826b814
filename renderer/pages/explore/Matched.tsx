import { matchedParts } from './matched-parts.ts';

interface MatchedProps {
  readonly text: string;
  readonly typed: string;
}

/** A text with what was typed marked in it. */
export function Matched({ text, typed }: MatchedProps) {
  return <>{matchedParts(text, typed).map((part, index) => (part.hit ? <mark key={index} className="matched">{part.text}</mark> : part.text))}</>;
}
