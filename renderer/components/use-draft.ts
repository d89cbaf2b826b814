import { useState } from 'react';

/** What typing came to: a value (null for an empty field), or that it cannot be read. */
export type Parsed<T> = { readonly ok: true; readonly value: T | null } | { readonly ok: false };

interface Draft {
  /** What the field shows: what is being typed, or the value in its usual form. */
  readonly text: string;
  readonly isBad: boolean;
  type(text: string): void;
  commit(): void;
}

/**
 * A typed field whose value is not text: what is typed stays as it is until the field is left or
 * Enter is pressed; then it becomes a value, or stays with a word that it cannot be read.
 */
export function useDraft<T>(value: T | null, format: (value: T) => string, parse: (text: string) => Parsed<T>, onChange: (value: T | null) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  const [isBad, setBad] = useState(false);
  return {
    text: draft ?? (value === null ? '' : format(value)),
    isBad,
    type: (text) => { setDraft(text); setBad(false); },
    commit: () => {
      if (draft === null) return;
      const parsed = parse(draft.trim());
      setBad(!parsed.ok);
      if (!parsed.ok) return;
      setDraft(null);
      if (parsed.value !== value) onChange(parsed.value);
    },
  };
}
