import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { useT } from './translator-context.tsx';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Esc, the cross, or outside; absent where the dialog must be answered. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot; the one that goes on comes last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'normal' | 'large' | 'palette';
  /** For questions that interrupt. */
  readonly role?: 'dialog' | 'alertdialog';
}

/** A question that has to be answered before anything else goes on. Focus stays inside and returns where it came from. */
export function Dialog({ title, isOpen, onClose, children, actions, size = 'normal', role = 'dialog' }: DialogProps) {
  const t = useT();
  return (
    <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose?.(); }} isDismissable={onClose !== undefined && role === 'dialog'} isKeyboardDismissDisabled={onClose === undefined}>
      <Modal className={`modal modal-${size}`}>
        <AriaDialog className="dialog" role={role}>
          <header className="dialog-head">
            <Heading slot="title" level={2} className="dialog-title">{title}</Heading>
            {onClose ? <IconButton icon="close" label={t.t('app.close')} onPress={onClose} /> : null}
          </header>
          <div className="dialog-body">{children}</div>
          {actions ? <footer className="dialog-foot">{actions}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  /** What will be done, as a verb: never just "Yes". */
  readonly confirm: string;
  readonly children: ReactNode;
  readonly isDanger?: boolean;
  readonly isPending?: boolean;
}

/** Asks before something that touches much. */
export function ConfirmDialog({ title, isOpen, onClose, onConfirm, confirm, children, isDanger = false, isPending }: ConfirmDialogProps) {
  const t = useT();
  return (
    <Dialog
      title={title} isOpen={isOpen} onClose={onClose} size="small" role="alertdialog"
      actions={<><Button onPress={onClose}>{t.t('app.cancel')}</Button><Button look={isDanger ? 'danger' : 'primary'} onPress={onConfirm} isPending={isPending ?? false}>{confirm}</Button></>}
    >
      {children}
    </Dialog>
  );
}
