import { Mark } from '../components/Mark.tsx';
import { useT } from '../components/translator-context.tsx';

/** The service behind the page has ended: nothing can be asked any more, and nothing is lost. There is no button: only a new start helps. */
export function Stopped() {
  const t = useT();
  return (
    <main className="app-alone">
      <div role="alert">
        <Mark size={40} />
        <h1>{t.t('app.stopped.title')}</h1>
        <p>{t.t('app.stopped.text')}</p>
      </div>
    </main>
  );
}
