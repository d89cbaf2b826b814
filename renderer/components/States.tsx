import type { ReactNode } from 'react';
import type { ErrorCode, ErrorParams } from '../../shared/kernel/errors.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Mark } from './Mark.tsx';
import { useT } from './translator-context.tsx';
import './states.css';

interface FailureLike {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** Something is on its way. It says so only to those who wait longer than a moment. */
export function LoadingState({ label }: { readonly label?: string }) {
  const t = useT();
  return <div className="state state-loading" role="status"><Mark size={22} />{label ?? t.t('state.loading')}</div>;
}

/** There is nothing here; what one can do. */
export function EmptyState({ title, children, action }: { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }) {
  return <div className="state state-empty"><h2>{title}</h2>{children ? <p className="quiet">{children}</p> : null}{action ? <div className="state-act">{action}</div> : null}</div>;
}

/** Nobody was here before: what this page is for, and the one thing to do first. */
export function FirstUse({ title, children, action }: { readonly title: string; readonly children: ReactNode; readonly action: ReactNode }) {
  return <div className="state state-first"><Mark size={34} /><h2>{title}</h2><p className="quiet">{children}</p><div className="state-act">{action}</div></div>;
}

interface ErrorStateProps {
  readonly failure: FailureLike;
  /** What could not be done, as "The list could not be read". */
  readonly title?: string;
  readonly onRetry?: () => void;
  /** `line`: inside a form, beside what failed. */
  readonly size?: 'page' | 'line';
}
/** What happened, what to do, and that nothing is lost: the words of the error's code. */
export function ErrorState({ failure, title, onRetry, size = 'page' }: ErrorStateProps) {
  const t = useT();
  return (
    <div className={`state state-error state-error-${size}`} role="alert">
      <Icon name="warning" size={size === 'page' ? 24 : 17} />
      <div>
        {size === 'page' ? <h2>{title ?? t.t('state.error')}</h2> : title === undefined ? null : <strong>{title} </strong>}
        <p>{t.t(`error.${failure.code}`, failure.params)}</p>
        {onRetry ? <div className="state-act"><Button size={size === 'page' ? 'normal' : 'small'} onPress={onRetry}>{t.t('state.retry')}</Button></div> : null}
      </div>
    </div>
  );
}
