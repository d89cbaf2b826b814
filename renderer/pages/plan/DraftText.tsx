import { TextArea, TextField } from '../../components/TextField.tsx';
import { useTextDraft } from '../student/use-text-draft.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onSave: (text: string) => void;
  readonly hint?: string;
  readonly maxLength: number;
  readonly lines?: number;
  readonly hideLabel?: boolean;
  readonly autoFocus?: boolean;
  /** An empty text is not saved; what is stored stays. */
  readonly isMust?: boolean;
  /** Told at every letter: for what is not stored yet. */
  readonly isLive?: boolean;
  readonly type?: 'text' | 'tel';
}

/** Text that is saved when its field is left. */
export function DraftText({ value, onSave, lines, isMust = false, isLive = false, ...rest }: Props) {
  const draft = useTextDraft(value, (text) => { if (!isMust || text.trim() !== '') onSave(text.trim()); });
  if (isLive) return <TextField {...rest} value={value} onChange={onSave} />;
  return lines === undefined ? <TextField {...rest} {...draft} /> : <TextArea {...rest} {...draft} lines={lines} />;
}
