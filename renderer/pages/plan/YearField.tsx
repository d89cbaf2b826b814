import { useState } from 'react';
import { TextField } from '../../components/TextField.tsx';
import { useTextDraft } from '../student/use-text-draft.ts';

const YEAR = /^(19|20)\d{2}$/u;

/** A year, as it is written: without a separator of thousands. What is no year is not saved. */
export function YearField({ label, value, onChange }: { readonly label: string; readonly value: number | null; readonly onChange: (year: number | null) => void }) {
  const [isBad, setBad] = useState(false);
  const draft = useTextDraft(value === null ? '' : String(value), (text) => {
    const typed = text.trim();
    setBad(typed !== '' && !YEAR.test(typed));
    if (typed === '') onChange(null);
    else if (YEAR.test(typed)) onChange(Number(typed));
  });
  return <TextField label={label} {...draft} maxLength={4} error={isBad ? '2026?' : null} />;
}
