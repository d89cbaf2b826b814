import type { ReactNode } from 'react';
import { Link } from './Link.tsx';
import { useT } from './translator-context.tsx';
import './sheet.css';

interface Crumb {
  readonly label: string;
  readonly onPress: () => void;
}
interface PageHeaderProps {
  readonly title: string;
  /** The way to this page, from the outside in. */
  readonly crumbs?: readonly Crumb[];
  readonly subtitle?: ReactNode;
  /** Buttons at the right; the primary one last. */
  readonly actions?: ReactNode;
  /** The title was typed by a person: its direction follows its letters, and it is not translated. */
  readonly isTyped?: boolean;
}

/** What this page is about, in one line, and what can be done with it. The app puts the focus on the title after a change of page. */
export function PageHeader({ title, crumbs = [], subtitle, actions, isTyped = false }: PageHeaderProps) {
  const t = useT();
  return (
    <header className="page-head">
      {crumbs.length === 0 ? null : (
        <nav aria-label={t.t('app.crumbs')} className="crumbs">
          <ol className="crumb-list">{crumbs.map((crumb) => <li key={crumb.label}><Link look="plain" onPress={crumb.onPress}>{crumb.label}</Link></li>)}</ol>
        </nav>
      )}
      <div className="page-head-line">
        <div className="page-head-text">
          <h1 tabIndex={-1} {...(isTyped ? { dir: 'auto', translate: 'no' as const } : {})}>{title}</h1>
          {subtitle ? <p className="page-sub">{subtitle}</p> : null}
        </div>
        {actions ? <div className="cluster page-acts">{actions}</div> : null}
      </div>
    </header>
  );
}
