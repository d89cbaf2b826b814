import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Plan, PlanStep } from '../../../shared/contract/plans.ts';
import type { Student } from '../../../shared/contract/students.ts';
import type { Reason } from '../../../shared/domain/reason.ts';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { announce } from '../../stores/announce.ts';
import { useCredentialRows } from '../../stores/credential-rows.ts';
import { addCredential, editPlan, usePlan } from '../../stores/plan.ts';
import { openDates, showPlanDates, usePlanDates } from '../../stores/plan-dates.ts';
import type { ProposedDates } from '../../stores/plan-dates.ts';
import { CredentialSearch } from '../student/CredentialSearch.tsx';
import { DatesForm } from './DatesForm.tsx';
import { AddForm } from './EditLine.tsx';
import { notesOfSteps } from './plan-notes.ts';
import { RenewalList } from './RenewalList.tsx';
import { NEW_STEP, StepFields } from './StepFields.tsx';
import type { StepDraft } from './StepFields.tsx';
import { StepLine } from './StepLine.tsx';
import type { NotGiven, StepPlace } from './StepLine.tsx';
import { useReorder } from './use-reorder.ts';
import '../../components/trail.css';

/** Where each step stands: the first one on the way that is not done is where the student is. */
function placesOf(steps: readonly PlanStep[]): ReadonlyMap<string, StepPlace> {
  const here = steps.find((step) => !step.done && !step.skippable)?.id;
  return new Map(steps.map((step) => [step.id, step.id === here ? 'here' : step.skippable ? 'skip' : step.kind === 'other' && step.startsOn === null && !step.done ? 'later' : 'way']));
}

const NONE: readonly NotGiven[] = [];

/** Why a step cannot start this month. That its length is not known says nothing of its start. */
const blockedOf = (now: ProposedDates | null, stepId: string): readonly Reason[] => now?.steps.find((each) => each.id === stepId)?.blocked.filter(({ code }) => code !== 'plan.time-unknown') ?? [];

function AddStep({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const t = useT();
  const [step, setStep] = useState<StepDraft>(NEW_STEP);
  const add = (draft: StepDraft): void => {
    void editPlan(plan.id, { type: 'put-step', step: { ...draft, id: null }, position: null });
    onClose();
  };
  return (
    <AddForm label={t.t('plan.steps.add')} isReady={step.title.trim() !== ''} onCancel={onClose} onAdd={() => add(step)}>
      <CredentialSearch label={t.t('plan.steps.addCredential')} onPick={(row) => { void addCredential(plan.id, row.id); onClose(); }} autoFocus />
      <p className="quiet small">{t.t('plan.steps.addOther')}</p>
      <StepFields step={step} onChange={(change) => setStep((before) => ({ ...before, ...change }))} />
    </AddForm>
  );
}

/** The steps in order on the trail. A step moves by its handle, with the pointer or the arrow keys. */
export function StepsPanel({ plan, student }: { readonly plan: Plan; readonly student: Student | null }) {
  const t = useT();
  const rows = useCredentialRows((state) => state.rows);
  const [open, setOpen] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const now = usePlanDates((state) => (state.id === plan.id ? state.now : null));
  const isDating = usePlanDates((state) => state.isOpen && state.id === plan.id);
  useEffect(() => showPlanDates(plan.id), [plan.id]);
  const notGiven = usePlan((page) => page.changes?.notGiven ?? NONE);
  const list = useRef<HTMLOListElement>(null);
  const lastMoved = useRef<string | null>(null);
  const ids = plan.steps.map((step) => step.id);
  const move = (id: string, position: number): void => {
    lastMoved.current = id;
    announce(t.t('plan.step.moved', { what: plan.steps.find((step) => step.id === id)?.title ?? '', position: position + 1, count: ids.length }));
    void editPlan(plan.id, { type: 'move-step', id, position });
  };
  const { order, dragged, handle } = useReorder(ids, list, move);
  // A line that is moved in the page loses the focus; the handle gets it back.
  useLayoutEffect(() => {
    const id = lastMoved.current;
    if (id === null) return;
    lastMoved.current = null;
    list.current?.querySelector<HTMLElement>(`[data-move="${CSS.escape(id)}"]`)?.focus();
  }, [plan.steps]);
  const byId = new Map(plan.steps.map((step) => [step.id, step]));
  const steps = order.flatMap((id) => byId.get(id) ?? []);
  const places = placesOf(steps);
  const notes = notesOfSteps(steps, {
    graduates: student?.graduates ?? null, birthMonth: student?.birthMonth ?? null,
    minAges: Object.fromEntries(Object.values(rows).map((row) => [row.id, row.minAge])),
  });
  const put = (step: PlanStep): void => void editPlan(plan.id, { type: 'put-step', step, position: null });
  return (
    <Panel title={t.t('plan.steps')} note={t.t('plan.steps.onPaper')} actions={
      <>
        {steps.length === 0 ? null : <Button size="small" isExpanded={isDating} onPress={() => openDates(!isDating)}>{t.t('plan.dates')}</Button>}
        {isAdding ? null : <Button size="small" className="add-button" onPress={() => setAdding(true)}>{t.t('plan.steps.add')}</Button>}
      </>
    }>
      {isDating ? <DatesForm plan={plan} graduates={student?.graduates ?? null} /> : null}
      {steps.length === 0 && !isAdding ? <p className="quiet">{t.t('plan.steps.none')}</p> : null}
      <p id="step-move-help" hidden>{t.t('plan.step.moveHelp')}</p>
      <ol ref={list} className="trail plan-steps" aria-label={t.t('plan.steps')}>
        {steps.map((step, index) => (
          <StepLine
            key={step.id} step={step} place={places.get(step.id) ?? 'way'} position={index + 1} count={steps.length} notes={notes.get(step.id) ?? []} blocked={blockedOf(now, step.id)} notGiven={notGiven.find(({ credentialId }) => credentialId === step.credentialId) ?? null} studentName={student?.name ?? ''} highSchool={plan.highSchool}
            isOpen={open === step.id} isDragged={dragged === step.id} handle={handle(step.id)} onOpen={(is) => setOpen(is ? step.id : null)}
            onChange={(change) => put({ ...step, ...change })} onRemove={() => void editPlan(plan.id, { type: 'remove-step', id: step.id })}
          />
        ))}
      </ol>
      <RenewalList />
      {isAdding ? <AddStep plan={plan} onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}
