import { Icon } from '../../components/Icon.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import type { SaveState } from '../../stores/save-state.ts';
import './student.css';

/** Whether everything typed is kept; what went wrong, when something did. */
export function SavedState({ saved }: { readonly saved: SaveState }) {
  const t = useT();
  if (saved.status === 'failed') return <ErrorState failure={saved.failure} title={`${t.t('saved.failed')}.`} size="line" {...(saved.retry ? { onRetry: saved.retry } : {})} />;
  return (
    <p className="saved-state" role="status">
      {saved.status === 'saving' ? null : <Icon name="check" size={13} />}{t.t(`saved.${saved.status}`)}
    </p>
  );
}
