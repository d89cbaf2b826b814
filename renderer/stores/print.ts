/** The print preview: which paper, in which language and size, how many pages it takes, and sending it on. */
import { create } from 'zustand';
import type { OutputOf } from '../../shared/contract/index.ts';
import type { PrintRequest } from '../../shared/contract/print.ts';
import type { Lang } from '../../shared/contract/schemas.ts';
import { call, download } from '../client/client.ts';
import { onChanged, onVaultLocked, selectAreaId, selectCapabilities, selectSettings, selectToday, useApp } from './app.ts';
import { NEEDS_VAULT } from './navigation.ts';
import type { PrintTarget } from './navigation.ts';
import { createAsker, IDLE } from './request.ts';
import type { Failure, Request } from './request.ts';

export interface PrintOptions {
  readonly lang: Lang;
  readonly large: boolean;
  readonly studentNumber: boolean;
}
/** What happens to the paper now; `saved` and `printed` stay until the next thing is asked. */
export type PrintJob =
  | { readonly status: 'idle' }
  | { readonly status: 'saving' | 'printing' }
  | { readonly status: 'saved' | 'printed' }
  | { readonly status: 'failed'; readonly failure: Failure };

interface PrintPage {
  readonly target: PrintTarget | null;
  readonly options: PrintOptions;
  /** The language a plan's own text was written in; null for paper that is made anew in any language. */
  readonly writtenIn: Lang | null;
  readonly document: Request<OutputOf<'print.getDocument'>>;
  readonly pages: Request<OutputOf<'print.countPages'>>;
  readonly job: PrintJob;
}

const START: PrintPage = {
  target: null, options: { lang: 'en', large: false, studentNumber: false }, writtenIn: null, document: IDLE, pages: IDLE, job: { status: 'idle' },
};
export const usePrint = create<PrintPage>(() => START);
const { getState: get, setState: set } = usePrint;

const document = createAsker('print.getDocument', () => get().document, (request) => set({ document: request }));
const pages = createAsker('print.countPages', () => get().pages, (request) => set({ pages: request }));

function requestOf({ target, options }: PrintPage): PrintRequest | null {
  if (target === null) return null;
  const { lang, large, studentNumber } = options;
  const areaId = selectAreaId(useApp.getState());
  switch (target.kind) {
    case 'family-plan': return { kind: target.kind, planId: target.planId, lang, large, studentNumber };
    case 'walk-in-plan': return { kind: target.kind, credentialIds: [...target.credentialIds], areaId, lang, large };
    case 'credential-sheet': return { kind: target.kind, credentialId: target.credentialId, areaId, lang, large };
    case 'comparison-sheet': return { kind: target.kind, credentialIds: [...target.credentialIds], assumptions: { ...target.assumptions, tuitionCentsPerYear: { ...target.assumptions.tuitionCentsPerYear } }, areaId, lang, large };
    case 'field-sheet': return { kind: target.kind, field: target.field, areaId, lang, large };
    case 'jobs-sheet': return { kind: target.kind, areaId, lang, large };
    case 'touched-list': return { kind: target.kind, lang, large };
  }
}

async function refresh(): Promise<void> {
  const request = requestOf(get());
  if (!request) return;
  // A count of other paper must not be read beside this one.
  pages.forget();
  const found = await document.ask({ request });
  if (found && selectCapabilities(useApp.getState())?.pdf === true) await pages.ask({ request });
}

/** Language and size as the plan and the student have them; of other paper as the screen has them. */
async function usualOptions(target: PrintTarget): Promise<PrintOptions> {
  const usual = { lang: selectSettings(useApp.getState())?.lang ?? 'en', large: false, studentNumber: false } as const;
  if (target.kind !== 'family-plan') return usual;
  const plan = await call('plans.get', { id: target.planId });
  if (!plan.ok) return usual;
  const student = await call('students.get', { id: plan.value.studentId });
  return { ...usual, lang: plan.value.lang, large: student.ok && student.value.student.largePrint };
}

/** Shows what is to be printed, in the language and size that are usual for it. */
export async function showPrint(target: PrintTarget): Promise<void> {
  document.forget();
  pages.forget();
  set({ ...START, target });
  const options = await usualOptions(target);
  if (get().target !== target) return;
  set({ options, writtenIn: target.kind === 'family-plan' ? options.lang : null });
  await refresh();
}
export async function setPrintOptions(change: Partial<PrintOptions>): Promise<void> {
  set(({ options }) => ({ options: { ...options, ...change }, job: { status: 'idle' } }));
  await refresh();
}
export const reloadPrint = refresh;

const FILE_NAMES: Readonly<Record<PrintTarget['kind'], string>> = {
  'family-plan': 'waymark-plan', 'walk-in-plan': 'waymark-handout', 'credential-sheet': 'waymark-sheet', 'comparison-sheet': 'waymark-comparison', 'field-sheet': 'waymark-field', 'jobs-sheet': 'waymark-good-jobs', 'touched-list': 'waymark-plans-to-look-at',
};

/** A file name that says nothing of a student. */
function fileName(target: PrintTarget): string {
  return `${FILE_NAMES[target.kind]}-${selectToday(useApp.getState())}.pdf`;
}

/** Asks for a place, then puts the PDF there; a cancelled dialog leaves everything as it was. */
export async function savePdf(): Promise<void> {
  const page = get();
  const request = requestOf(page);
  if (!request || !page.target || page.job.status === 'saving') return;
  set({ job: { status: 'saving' } });
  const chosen = await call('print.chooseFile', { suggestedName: fileName(page.target) });
  if (!chosen.ok) return set({ job: { status: 'failed', failure: chosen } });
  const { handle } = chosen.value;
  if (handle === null) return set({ job: { status: 'idle' } });
  const reply = await call('print.savePdf', { request, handle });
  if (!reply.ok) return set({ job: { status: 'failed', failure: reply } });
  if (selectCapabilities(useApp.getState())?.saveFiles === 'download') download(handle);
  set({ job: { status: 'saved' } });
}

/** Prints; where the page prints itself `printFrame` does it, and the service is told for its log. */
export async function printPaper(printFrame: () => void): Promise<void> {
  const request = requestOf(get());
  if (!request || get().job.status === 'printing') return;
  set({ job: { status: 'printing' } });
  if (selectCapabilities(useApp.getState())?.print === 'page') printFrame();
  const reply = await call('print.toPrinter', { request });
  if (reply.ok) return set({ job: { status: 'printed' } });
  set({ job: reply.code === 'cancelled' ? { status: 'idle' } : { status: 'failed', failure: reply } });
}

/** The sheet with a recovery code, for a frame to print; nothing of it is kept here. */
export const getRecoverySheet = (recoveryCode: string) =>
  call('print.getDocument', { request: { kind: 'recovery-sheet', recoveryCode, lang: selectSettings(useApp.getState())?.lang ?? 'en' } });
/** Where the host opens the printer dialog: prints the recovery sheet. Null when it was sent or cancelled. */
export async function printRecoverySheet(recoveryCode: string): Promise<Failure | null> {
  const reply = await call('print.toPrinter', { request: { kind: 'recovery-sheet', recoveryCode, lang: selectSettings(useApp.getState())?.lang ?? 'en' } });
  return reply.ok || reply.code === 'cancelled' ? null : reply;
}

onVaultLocked(() => {
  const { target } = get();
  if (target === null || !NEEDS_VAULT.has(target.kind)) return;
  document.forget();
  pages.forget();
  set(START);
});
onChanged((kinds) => {
  const { target } = get();
  if (target && (kinds.includes('settings') || (NEEDS_VAULT.has(target.kind) && (kinds.includes('plans') || kinds.includes('students'))))) void refresh();
});
