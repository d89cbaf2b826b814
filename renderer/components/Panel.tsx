import { useId } from 'react';
import type { ReactNode } from 'react';
import './sheet.css';

interface PanelProps {
  /** The heading; without one the panel is only a sheet. */
  readonly title?: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** No space inside, for tables and lists that reach the edge. */
  readonly isFlush?: boolean;
  readonly className?: string;
}

/** A white sheet on the ground: one subject, with its title. */
export function Panel({ title, note, actions, children, isFlush = false, className }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel${isFlush ? ' panel-flush' : ''}${className ? ` ${className}` : ''}`} {...(title === undefined ? {} : { 'aria-labelledby': id })}>
      {title === undefined ? null : (
        <header className="panel-head">
          <h2 id={id}>{title}</h2>
          {actions ? <div className="cluster panel-acts">{actions}</div> : null}
          {note ? <p className="panel-note">{note}</p> : null}
        </header>
      )}
      {children}
    </section>
  );
}
