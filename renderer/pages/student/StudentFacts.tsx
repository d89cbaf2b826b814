import type { StudentFields } from '../../../shared/contract/students.ts';
import { AreaField } from '../../components/AreaField.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { MonthField } from '../../components/DateFields.tsx';
import { areaName } from '../../components/group-areas.ts';
import { NumberField } from '../../components/NumberField.tsx';
import { Segmented } from '../../components/RadioGroup.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectAreaId, useApp } from '../../stores/app.ts';
import { useCountyList } from '../../stores/counties.ts';
import { valueOf } from '../../stores/request.ts';
import { useTextDraft } from './use-text-draft.ts';
import './student.css';

type Facts = Omit<StudentFields, 'name' | 'note'>;
interface Props {
  readonly facts: Facts;
  readonly onChange: (change: Partial<Facts>) => void;
}

const GRADES = ['12', '11', '10', '9', '8', '7', '6'] as const;

/** Grade and graduation, language: what a plan starts from. */
export function FirstFacts({ facts, onChange }: Props) {
  const t = useT();
  const grades = [...GRADES.map((grade) => ({ id: grade as string, label: t.t('students.grade', { grade: Number(grade) }) })), { id: 'none', label: t.t('student.grade.none') }];
  return (
    <div className="facts-grid">
      <SelectField label={t.t('student.grade')} options={grades} value={facts.grade === null ? 'none' : String(facts.grade)} onChange={(grade) => onChange({ grade: grade === 'none' ? null : Number(grade) })} />
      <MonthField label={t.t(facts.grade === null ? 'student.graduated' : 'student.graduates')} value={facts.graduates} onChange={(graduates) => onChange({ graduates })} />
      <Segmented
        label={t.t('student.lang')} value={facts.lang} onChange={(lang) => onChange({ lang })}
        options={[{ id: 'en', label: t.t('student.lang.en') }, { id: 'es', label: t.t('student.lang.es') }]}
      />
    </div>
  );
}

/** Everything else that the record may hold; all of it may stay unknown. */
export function MoreFacts({ facts, onChange }: Props) {
  const t = useT();
  const areas = valueOf(useApp((app) => app.areas))?.areas ?? [];
  const usual = useApp(selectAreaId);
  const counties = useCountyList();
  const number = useTextDraft(facts.studentNumber, (studentNumber) => onChange({ studentNumber }));
  const area = areas.find((each) => each.id === usual);
  const diploma = facts.hasDiploma === null ? 'unknown' : facts.hasDiploma ? 'yes' : 'no';
  return (
    <div className="facts-grid">
      <MonthField label={t.t('student.birthMonth')} hint={t.t('student.birthMonth.why')} value={facts.birthMonth} onChange={(birthMonth) => onChange({ birthMonth })} />
      <AreaField label={t.t('student.area')} areas={areas} counties={counties} value={facts.areaId} none={t.t('student.area.same', { area: area ? areaName(area, t) : '' })} onChange={(id) => onChange({ areaId: id === 'none' ? null : id })} />
      <SelectField
        label={t.t('student.hasDiploma')} value={diploma} onChange={(has) => onChange({ hasDiploma: has === 'unknown' ? null : has === 'yes' })}
        options={[{ id: 'unknown', label: t.t('student.hasDiploma.unknown') }, { id: 'yes', label: t.t('student.hasDiploma.yes') }, { id: 'no', label: t.t('student.hasDiploma.no') }]}
      />
      <div className="facts-pair">
        <NumberField label={t.t('student.wage')} unit="cents" max={10_000_000} value={facts.wageCents} onChange={(wageCents) => onChange({ wageCents })} />
        <NumberField label={t.t('student.hours')} unit="count" max={100} value={facts.hoursPerWeek} onChange={(hoursPerWeek) => onChange({ hoursPerWeek })} />
      </div>
      <TextField label={t.t('student.studentNumber')} hint={t.t('student.studentNumber.why')} maxLength={40} {...number} />
      <Checkbox isSelected={facts.largePrint} onChange={(largePrint) => onChange({ largePrint })}>{t.t('student.largePrint')}</Checkbox>
    </div>
  );
}
