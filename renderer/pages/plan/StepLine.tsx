import type { OutputOf } from '../../../shared/contract/index.ts';
import type { PlanStep } from '../../../shared/contract/plans.ts';
import { reason } from '../../../shared/domain/reason.ts';
import type { Reason } from '../../../shared/domain/reason.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Link } from '../../components/Link.tsx';
import { useT } from '../../components/translator-context.tsx';
import { go } from '../../stores/navigation.ts';
import { EditLine } from './EditLine.tsx';
import type { StepNote } from './plan-notes.ts';
import { noteWords, stepTime } from './plan-words.ts';
import { StepFields } from './StepFields.tsx';
import type { StepDraft } from './StepFields.tsx';
import type { Reorder } from './use-reorder.ts';

/** Where a step stands on the trail. */
export type StepPlace = 'way' | 'here' | 'skip' | 'later';

export type NotGiven = OutputOf<'plans.getChanges'>['notGiven'][number];

interface Props {
  readonly step: PlanStep;
  readonly place: StepPlace;
  readonly position: number;
  readonly count: number;
  readonly notes: readonly StepNote[];
  /** Its credential is no longer given, or no longer in the data. */
  readonly notGiven: NotGiven | null;
  /** Why it cannot start this month. */
  readonly blocked: readonly Reason[];
  readonly studentName: string;
  /** What is typed about the time in high school, said at its step. */
  readonly highSchool: string;
  readonly isOpen: boolean;
  readonly isDragged: boolean;
  readonly handle: ReturnType<Reorder['handle']>;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onChange: (change: Partial<StepDraft>) => void;
  readonly onRemove: () => void;
}

/** What a step is moved by. Its help is read out once, from the list. */
function MoveHandle({ step, position, count, handle }: Pick<Props, 'step' | 'position' | 'count' | 'handle'>) {
  const t = useT();
  return (
    <button type="button" className="step-handle" data-move={step.id} aria-label={t.t('plan.step.move', { what: step.title, position, count })} aria-describedby="step-move-help" {...handle}>
      <svg aria-hidden="true" width="10" height="16" viewBox="0 0 10 16" fill="currentColor">{[3, 8, 13].map((y) => <g key={y}><circle cx="2.5" cy={y} r="1.4" /><circle cx="7.5" cy={y} r="1.4" /></g>)}</svg>
    </button>
  );
}

/** Kept, and marked; what follows it can be looked at. */
function NotGivenNote({ notGiven: { status, successor } }: { readonly notGiven: NotGiven }) {
  const t = useT();
  return (
    <span className="step-note">
      <Icon name="warning" size={13} />
      <span>
        {t.reason(reason(status === 'missing' ? 'change.gone' : 'change.retired'))}
        {successor === null ? null : <> {t.t('plan.step.followedBy')} <Link onPress={() => go({ page: 'credential', id: successor.credentialId })}>{t.name(successor.name)}</Link></>}
      </span>
    </span>
  );
}

/** One step on the trail: its blaze, when it is, what cannot hold about its dates, and the handle to move it by. */
export function StepLine({ step, place, position, count, notes, notGiven, studentName, highSchool, isOpen, isDragged, handle, onOpen, onChange, onRemove, blocked }: Props) {
  const t = useT();
  const time = stepTime(step, t);
  const text = [step.kind === 'high-school' ? highSchool : '', step.note].filter((each) => each !== '').join(' ');
  const { credentialId } = step;
  return (
    <li data-id={step.id} className={`trail-step trail-${place} plan-step${isDragged ? ' is-dragged' : ''}`} {...(place === 'here' ? { 'aria-current': 'step' as const } : {})}>
      <span className="trail-blaze" aria-hidden="true" />
      <div className="trail-text">
        <EditLine name={step.title} isOpen={isOpen} onOpen={onOpen} onRemove={onRemove} form={() => <StepFields step={step} onChange={onChange} />} after={<MoveHandle step={step} position={position} count={count} handle={handle} />}>
          <span className="line-text">
            <span className={step.done ? 'is-done' : 'line-strong'} dir="auto">
              {credentialId === null ? step.title : <Link look="plain" onPress={() => go({ page: 'credential', id: credentialId })}>{step.title}</Link>}
            </span>
            {time === '' && !step.skippable ? null : <span className="step-time">{[time, step.skippable ? t.t('plan.step.skippable') : ''].filter((each) => each !== '').join(' · ')}</span>}
            {text === '' ? null : <span className="line-more" dir="auto">{text}</span>}
            {step.done || blocked.length === 0 ? null : <span className="line-more step-blocked">{blocked.map((reason) => t.reason(reason, 'staff')).join(' ')}</span>}
            {notGiven === null ? null : <NotGivenNote notGiven={notGiven} />}
            {notes.map((note) => <span key={note.kind} className="step-note"><Icon name="warning" size={13} />{noteWords(note, studentName, t)}</span>)}
          </span>
          <Checkbox className="step-done" isSelected={step.done} onChange={(done) => onChange({ done })}><span aria-hidden="true">{t.t('plan.done')}</span><span className="only-heard">{t.t('plan.doneOf', { what: step.title })}</span></Checkbox>
        </EditLine>
      </div>
    </li>
  );
}
