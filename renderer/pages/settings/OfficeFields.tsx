import { useState } from 'react';
import type { Settings } from '../../../shared/contract/app.ts';
import { TextField } from '../../components/TextField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { setSettings } from '../../stores/app.ts';

type Line = 'schoolName' | 'counselorName' | 'counselorPhone';
const LINES: readonly (readonly [Line, number, 'text' | 'tel'])[] = [['schoolName', 120, 'text'], ['counselorName', 120, 'text'], ['counselorPhone', 40, 'tel']];

/** Who stands behind the paper. Kept when a field is left, so that no half name is ever printed. */
export function OfficeFields({ settings }: { readonly settings: Settings }) {
  const t = useT();
  const [draft, setDraft] = useState<Partial<Record<Line, string>>>({});
  const keep = (line: Line, text: string): void => {
    const value = text.trim();
    setDraft((before) => Object.fromEntries(Object.entries(before).filter(([each]) => each !== line)));
    if (value !== settings[line]) void setSettings({ [line]: value });
  };
  return LINES.map(([line, maxLength, type]) => (
    <TextField
      key={line} label={t.t(`settings.${line}`)} type={type} maxLength={maxLength} value={draft[line] ?? settings[line]}
      onChange={(text) => setDraft((before) => ({ ...before, [line]: text }))} onCommit={(text) => keep(line, text)}
    />
  ));
}
