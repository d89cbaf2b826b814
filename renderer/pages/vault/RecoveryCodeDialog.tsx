import { useRef, useState } from 'react';
import type { PrintDocument } from '../../../shared/print/model.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectCapabilities, useApp } from '../../stores/app.ts';
import { getRecoverySheet, printRecoverySheet } from '../../stores/print.ts';
import type { Failure } from '../../stores/request.ts';
import { keepRecoveryCode, useVault } from '../../stores/vault.ts';
import { PaperFrame } from '../print/PaperFrame.tsx';
import type { Paper } from '../print/PaperFrame.tsx';

/** Prints the sheet; where the page prints itself it is laid out in a frame outside of what is seen. */
function PrintSheetButton({ code }: { readonly code: string }) {
  const t = useT();
  const byPage = useApp((app) => selectCapabilities(app)?.print === 'page');
  const [sheet, setSheet] = useState<PrintDocument | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const paper = useRef<Paper>(null);
  const print = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    if (byPage) {
      const reply = await getRecoverySheet(code);
      if (reply.ok) return setSheet(reply.value.document);
      setFailure(reply);
    } else {
      setFailure(await printRecoverySheet(code));
    }
    setBusy(false);
  };
  const laid = (): void => {
    paper.current?.print();
    setSheet(null);
    setBusy(false);
  };
  return (
    <>
      <Button onPress={() => void print()} isPending={busy}>{t.t(busy ? 'vault.code.printing' : 'vault.code.print')}</Button>
      {failure ? <ErrorState failure={failure} size="line" /> : null}
      {sheet ? <div className="off-screen" aria-hidden="true"><PaperFrame ref={paper} document={sheet} title={t.t('vault.code.title')} onLaid={laid} /></div> : null}
    </>
  );
}

/** A dialog gives the focus back a moment after it has gone. */
const AFTER_CLOSING_MS = 50;

/** The recovery code, shown once. It cannot be closed before the person says that it is on paper. */
export function RecoveryCodeDialog() {
  const t = useT();
  const newCode = useVault((vault) => vault.newCode);
  const [kept, setKept] = useState(false);
  if (!newCode) return null;
  const goOn = (): void => {
    setKept(false);
    keepRecoveryCode();
    // What opened the dialog is gone by now: the keyboard goes on at the page's heading.
    window.setTimeout(() => { if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus(); }, AFTER_CLOSING_MS);
  };
  return (
    <Dialog isOpen title={t.t('vault.code.title')} role="alertdialog" actions={<Button look="primary" onPress={goOn} isDisabled={!kept}>{t.t('vault.code.go')}</Button>}>
      {newCode.from === 'create' ? null : <p>{t.t(`vault.code.from.${newCode.from}`)}</p>}
      <p>{t.t('vault.code.text')}</p>
      <p className="recovery-code" aria-label={t.t('vault.code.label')} role="group" translate="no">{newCode.code.split('-').map((group) => <span key={group}>{group}</span>)}</p>
      <PrintSheetButton code={newCode.code} />
      <div><Checkbox isSelected={kept} onChange={setKept}>{t.t('vault.code.kept')}</Checkbox></div>
    </Dialog>
  );
}
