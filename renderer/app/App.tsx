import { useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createTranslator } from '../../shared/i18n/translator.ts';
import { ExplainProvider } from '../components/explain.tsx';
import { ErrorState, LoadingState } from '../components/States.tsx';
import { TranslatorProvider } from '../components/translator-context.tsx';
import { retryStart, selectSettings, startApp, useApp } from '../stores/app.ts';
import { explainFigure } from '../stores/evidence.ts';
import { startNavigation } from '../stores/navigation.ts';
import { valueOf } from '../stores/request.ts';
import { followDrops } from './file-drop.ts';
import { Frame } from './Frame.tsx';
import { Stopped } from './Stopped.tsx';
import { showTheme } from './theme.ts';
import './app.css';

/** The whole page: language, theme and service first, then the frame with what is in it. */
export function App() {
  const request = useApp((state) => state.status);
  const stopped = useApp((state) => state.stopped);
  const settings = useApp(selectSettings);
  const lang = settings?.lang ?? (navigator.language.startsWith('es') ? 'es' : 'en');
  const translator = useMemo(() => createTranslator(lang), [lang]);
  useEffect(startApp, []);
  useEffect(startNavigation, []);
  useEffect(followDrops, []);
  useEffect(() => { document.documentElement.lang = lang; }, [lang]);
  useEffect(() => { if (settings) showTheme(settings.theme); }, [settings]);
  const gone = stopped || (request.status === 'error' && request.failure.code === 'service-stopped');
  return (
    <I18nProvider locale={translator.locale}>
      <TranslatorProvider value={translator}>
        <ExplainProvider value={explainFigure}>
          {gone ? <Stopped /> : valueOf(request) ? <Frame /> : (
            <main className="app-alone">
              {request.status === 'error' ? <ErrorState title={translator.t('app.start.failed')} failure={request.failure} onRetry={retryStart} /> : <LoadingState />}
            </main>
          )}
        </ExplainProvider>
      </TranslatorProvider>
    </I18nProvider>
  );
}
