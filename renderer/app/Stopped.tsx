import { Button } from '../components/Button.tsx';
import { Mark } from '../components/Mark.tsx';
import { useT } from '../components/translator-context.tsx';

/** The service behind the page has ended: nothing can be asked any more, and nothing is lost. */
export function Stopped() {
  const t = useT();
  return (
    <main className="app-alone" role="alert">
      <Mark size={40} />
      <h1>{t.t('app.stopped.title')}</h1>
      <p>{t.t('error.service-stopped')}</p>
      <p className="app-alone-act"><Button onPress={() => window.location.reload()}>{t.t('app.stopped.reload')}</Button></p>
    </main>
  );
}
