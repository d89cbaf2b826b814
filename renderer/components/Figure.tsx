import { Button } from 'react-aria-components';
import { useExplain } from './explain.tsx';
import type { Explained } from './explain.tsx';
import { useT } from './translator-context.tsx';
import './figure.css';

interface FigureProps extends Explained {
  /** Takes the place of the panel of the app. */
  readonly onExplain?: (figure: Explained) => void;
  readonly className?: string;
}

/** A figure with dots under it: pressing it shows where it comes from. An unknown figure can be asked too. */
export function Figure({ what, value, from, reasons, own, onExplain, className }: FigureProps) {
  const t = useT();
  const explain = useExplain();
  const figure: Explained = { what, value, from, ...(reasons ? { reasons } : {}), ...(own ? { own } : {}) };
  return (
    <Button data-figure="" className={`figure${className ? ` ${className}` : ''}`} aria-label={t.t('evidence.ask', { value, what })} onPress={() => (onExplain ?? explain)(figure)}>
      {value}
    </Button>
  );
}
