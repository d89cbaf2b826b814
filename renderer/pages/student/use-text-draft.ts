import { useState } from 'react';

/** What a TextField takes. */
export interface TextDraft {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onCommit: (text: string) => void;
}

/**
 * Text that is typed at leisure and saved when the field is left. What was typed stays in sight
 * until the stored value changes, so that nothing flickers, and nothing is lost when saving fails.
 */
export function useTextDraft(stored: string, save: (text: string) => void): TextDraft {
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string } | null>(null);
  // The stored value changed below the draft: by saving it, by undo, or elsewhere.
  if (draft !== null && draft.over !== stored) setDraft(null);
  return {
    value: draft !== null && draft.over === stored ? draft.text : stored,
    onChange: (text) => setDraft({ text, over: stored }),
    onCommit: (text) => { if (text !== stored) save(text); },
  };
}
