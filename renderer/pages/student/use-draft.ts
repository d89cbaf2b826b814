import { useState } from 'react';

export interface Draft {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Saves what was typed, when it differs; for leaving the field. */
  readonly onBlur: () => void;
}

/**
 * Text that is typed at leisure and saved when the field is left. What was typed stays in sight
 * until the stored value changes, so that nothing flickers, and nothing is lost when saving fails.
 */
export function useDraft(stored: string, save: (text: string) => void): Draft {
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string } | null>(null);
  // The stored value changed below the draft: by saving it, by undo, or elsewhere.
  if (draft !== null && draft.over !== stored) setDraft(null);
  const shown = draft !== null && draft.over === stored ? draft.text : stored;
  return {
    value: shown,
    onChange: (text) => setDraft({ text, over: stored }),
    onBlur: () => { if (shown !== stored) save(shown); },
  };
}
