import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../components/Button.tsx';
import { useT } from '../components/translator-context.tsx';
import { go } from '../stores/navigation.ts';

interface Props { readonly children: ReactNode }
interface State { readonly failed: boolean; readonly attempt: number }

/**
 * Keeps a page that breaks from taking the frame with it. What broke is not shown: a message of
 * the code could hold what the page was showing.
 */
export class PageBoundary extends Component<Props, State> {
  override state: State = { failed: false, attempt: 0 };
  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }
  override render(): ReactNode {
    if (this.state.failed) return <Broken onAgain={() => this.setState(({ attempt }) => ({ failed: false, attempt: attempt + 1 }))} />;
    return <PageAttempt key={this.state.attempt}>{this.props.children}</PageAttempt>;
  }
}

const PageAttempt = ({ children }: Props) => children;

function Broken({ onAgain }: { readonly onAgain: () => void }) {
  const t = useT();
  return (
    <div className="state state-error state-error-page" role="alert">
      <div>
        <h1 tabIndex={-1}>{t.t('app.pageFailed')}</h1>
        <p>{t.t('app.pageFailed.text')}</p>
        <div className="state-act"><Button onPress={onAgain}>{t.t('app.pageFailed.again')}</Button><Button onPress={() => go({ page: 'home' })}>{t.t('nav.home')}</Button></div>
      </div>
    </div>
  );
}
