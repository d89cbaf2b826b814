import { Suspense, use } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { LoadingState } from '../components/States.tsx';

const late: (() => Promise<unknown>)[] = [];

/**
 * A page whose code is not asked for until the first picture is there. It is asked for once; a page that could not be
 * fetched is asked for again when it is opened again. `meanwhile` stands in its place until then.
 */
export function latePage<Props extends object>(load: () => Promise<ComponentType<Props>>, meanwhile: ReactNode = <LoadingState />): ComponentType<Props> {
  let asked: Promise<ComponentType<Props>> | null = null;
  const ask = (): Promise<ComponentType<Props>> => {
    asked ??= load().catch((cause: unknown) => {
      asked = null;
      throw cause;
    });
    return asked;
  };
  late.push(ask);
  function Page(props: Props) {
    const Found = use(ask());
    return <Found {...props} />;
  }
  return function Late(props: Props) {
    return <Suspense fallback={meanwhile}><Page {...props} /></Suspense>;
  };
}

/** Fetches every late page while nobody waits, so that opening one shows it at once. */
export function fetchLatePages(): () => void {
  const waiting = requestIdleCallback(() => { for (const ask of late) void ask().catch(() => undefined); }, { timeout: 2000 });
  return () => cancelIdleCallback(waiting);
}
