import { useEffect, useRef } from 'react';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RequestView } from '../../components/RequestView.tsx';
import { useT } from '../../components/translator-context.tsx';
import { onMenu } from '../../stores/app.ts';
import { loadCredentialRows, useCredentialRows } from '../../stores/credential-rows.ts';
import { go } from '../../stores/navigation.ts';
import type { PrintTarget } from '../../stores/navigation.ts';
import { printPaper, reloadPrint, showPrint, usePrint } from '../../stores/print.ts';
import { VaultGate } from '../vault/VaultGate.tsx';
import { PaperFrame } from './PaperFrame.tsx';
import type { Paper } from './PaperFrame.tsx';
import { PrintControls } from './PrintControls.tsx';
import './print.css';

function Preview({ what }: { readonly what: PrintTarget }) {
  const t = useT();
  const target = usePrint((page) => page.target);
  const document = usePrint((page) => page.document);
  const paper = useRef<Paper>(null);
  const credentialId = what.kind === 'credential-sheet' ? what.credentialId : null;
  const row = useCredentialRows((state) => (credentialId === null ? undefined : state.rows[credentialId]));
  const print = (): void => void printPaper(() => paper.current?.print());
  useEffect(() => { if (credentialId !== null) void loadCredentialRows([credentialId]); }, [credentialId]);
  useEffect(() => onMenu((command) => { if (command === 'print') void printPaper(() => paper.current?.print()); }), []);
  // Ctrl or Cmd with P prints the paper, not the page around it.
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'p') return;
      event.preventDefault();
      void printPaper(() => paper.current?.print());
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const crumbs = what.kind === 'family-plan' ? [{ label: t.t('print.back'), onPress: () => go({ page: 'plan', id: what.planId }) }]
    : credentialId !== null ? [{ label: row ? t.name(row.name) : t.t('nav.credential'), onPress: () => go({ page: 'credential', id: credentialId }) }]
      : what.kind === 'touched-list' ? [{ label: t.t('nav.touched'), onPress: () => go({ page: 'touched' }) }]
      : what.kind === 'comparison-sheet' ? [{ label: t.t('nav.compare'), onPress: () => go({ page: 'compare' }) }]
        : [{ label: t.t('handouts.title'), onPress: () => go({ page: 'handouts' }) }];
  return (
    <>
      <PageHeader title={t.t(`print.title.${what.kind}`, { name: what.kind === 'field-sheet' ? t.t(`field.${what.field}`) : row ? t.name(row.shortName) : '…' })} crumbs={crumbs} />
      <div className="print-cols">
        <PrintControls what={what} onPrint={print} />
        {target === what ? (
          <RequestView request={document} failedTitle={t.t('print.failed')} onRetry={() => void reloadPrint()}>
            {(value) => <PaperFrame ref={paper} document={value.document} title={t.t('print.preview')} />}
          </RequestView>
        ) : null}
      </div>
    </>
  );
}

/** Asks for the paper when the page opens, and again when the vault was opened below it. */
function Load({ what }: { readonly what: PrintTarget }) {
  useEffect(() => { void showPrint(what); }, [what]);
  return null;
}

/** The paper as it will be printed, beside how it is printed. Only paper that names students needs the open vault. */
export function PrintPage({ what }: { readonly what: PrintTarget }) {
  const t = useT();
  const page = <><Load what={what} /><Preview what={what} /></>;
  return what.kind === 'family-plan' || what.kind === 'touched-list' ? <VaultGate title={t.t(`print.title.${what.kind}`)}>{page}</VaultGate> : page;
}
