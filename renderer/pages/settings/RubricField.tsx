import { useEffect } from 'react';
import type { Settings } from '../../../shared/contract/app.ts';
import { SelectField } from '../../components/SelectField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { setSettings } from '../../stores/app.ts';
import { valueOf } from '../../stores/request.ts';
import { loadRubrics, useRubrics } from '../../stores/rubrics.ts';

/** By which rubric verdicts are made. */
export function RubricField({ settings }: { readonly settings: Settings }) {
  const t = useT();
  const rubrics = useRubrics((state) => valueOf(state.found)?.rubrics ?? null);
  useEffect(loadRubrics, []);
  if (rubrics === null) return null;
  return (
    <SelectField
      label={t.t('settings.rubric')} hint={t.t('settings.rubric.hint')} value={settings.rubric} onChange={(rubric) => void setSettings({ rubric })}
      options={rubrics.map(({ id, name, edition }) => ({ id, label: t.t('rubric.name', { name, edition }) }))}
    />
  );
}
