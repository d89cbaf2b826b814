import type { ReactNode } from 'react';
import type { Request } from '../stores/request.ts';
import { ErrorState, LoadingState } from './States.tsx';

interface RequestViewProps<T> {
  readonly request: Request<T>;
  readonly children: (value: T) => ReactNode;
  /** What could not be done, for the error's title. */
  readonly failedTitle?: string;
  readonly onRetry?: () => void;
}

/** The four states of something asked of the service. While it is asked again, the last value stays. */
export function RequestView<T>({ request, children, failedTitle, onRetry }: RequestViewProps<T>) {
  if (request.status === 'ready') return children(request.value);
  if (request.status === 'error') {
    // What is not there any more is not shown as if it were.
    const last = request.failure.code === 'not-found' ? null : request.last;
    return (
      <div className="stack">
        <ErrorState failure={request.failure} size={last === null ? 'page' : 'line'} {...(failedTitle === undefined ? {} : { title: failedTitle })} {...(onRetry ? { onRetry } : {})} />
        {last === null ? null : children(last)}
      </div>
    );
  }
  if (request.status === 'loading' && request.last !== null) return children(request.last);
  return <LoadingState />;
}
