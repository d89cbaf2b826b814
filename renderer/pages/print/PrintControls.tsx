import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Segmented } from '../../components/RadioGroup.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { ErrorState } from '../../components/States.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectCapabilities, selectSettings, setSettings, useApp } from '../../stores/app.ts';
import { NEEDS_VAULT } from '../../stores/navigation.ts';
import type { PrintTarget } from '../../stores/navigation.ts';
import { savePdf, setPrintOptions, usePrint } from '../../stores/print.ts';

/** More pages than a family reads. */
const MOST_PAGES = 2;

function PageCount() {
  const t = useT();
  const pages = usePrint((page) => page.pages);
  const large = usePrint((page) => page.options.large);
  const canCount = useApp((app) => selectCapabilities(app)?.pdf === true);
  if (!canCount) return <p className="quiet small">{t.t('print.pages.unknown')}</p>;
  if (pages.status === 'error') return <ErrorState failure={pages.failure} size="line" />;
  if (pages.status !== 'ready') return <p className="page-count quiet" role="status">{t.t('print.pages.counting')}</p>;
  const count = pages.value.pages;
  return (
    <div role="status">
      <p className="page-count">{t.t('print.pages', { pages: count })}</p>
      {count > MOST_PAGES ? <p className="page-warning"><Icon name="warning" size={14} /><span>{t.t(large ? 'print.pages.manyLarge' : 'print.pages.many', { pages: count })}</span></p> : null}
    </div>
  );
}

function JobLine() {
  const t = useT();
  const job = usePrint((page) => page.job);
  const isDownload = useApp((app) => selectCapabilities(app)?.saveFiles === 'download');
  if (job.status === 'failed') return <ErrorState failure={job.failure} size="line" />;
  return <p role="status" className="quiet small">{job.status === 'saved' ? t.t(isDownload ? 'print.saved.download' : 'print.saved') : job.status === 'printed' ? t.t('print.printed') : ''}</p>;
}

/** How the paper is printed, how many pages it takes, and the buttons that send it on. */
export function PrintControls({ what, onPrint }: { readonly what: PrintTarget; readonly onPrint: () => void }) {
  const t = useT();
  const options = usePrint((page) => page.options);
  const writtenIn = usePrint((page) => page.writtenIn);
  const job = usePrint((page) => page.job);
  const isReady = usePrint((page) => page.document.status === 'ready');
  const settings = useApp(selectSettings);
  const canPdf = useApp((app) => selectCapabilities(app)?.pdf === true);
  const isPlan = what.kind === 'family-plan';
  return (
    <Panel title={t.t('print.options')} className="print-controls">
      <div className="student-form">
        <Segmented
          label={t.t('print.lang')} value={options.lang} onChange={(lang) => void setPrintOptions({ lang })}
          options={[{ id: 'en', label: t.t('print.lang.en') }, { id: 'es', label: t.t('print.lang.es') }]}
        />
        {writtenIn === null || writtenIn === options.lang ? null : <p className="page-warning" role="status"><Icon name="warning" size={14} /><span>{t.t('print.langDiffers', { lang: writtenIn })}</span></p>}
        <div className="choices">
          <Checkbox isSelected={options.large} onChange={(large) => void setPrintOptions({ large })}>{t.t('print.large')}</Checkbox>
          {isPlan ? <Checkbox isSelected={options.studentNumber} onChange={(studentNumber) => void setPrintOptions({ studentNumber })}>{t.t('print.studentNumber')}</Checkbox> : null}
        </div>
        <SelectField
          label={t.t('print.paper')} value={settings?.paper ?? 'letter'} onChange={(paper) => void setSettings({ paper })}
          options={[{ id: 'letter', label: t.t('print.paper.letter') }, { id: 'a4', label: t.t('print.paper.a4') }]}
        />
        <PageCount />
        <div className="print-acts">
          <Button look="primary" onPress={onPrint} isDisabled={!isReady} isPending={job.status === 'printing'}><Icon name="print" />{t.t(job.status === 'printing' ? 'print.printing' : 'print.toPrinter')}</Button>
          {canPdf ? <Button onPress={() => void savePdf()} isDisabled={!isReady} isPending={job.status === 'saving'}>{t.t(job.status === 'saving' ? 'print.saving' : 'print.savePdf')}</Button> : null}
        </div>
        <JobLine />
        {canPdf ? null : <p className="quiet small">{t.t('print.noPdf')}</p>}
        <p className="quiet small">{t.t(NEEDS_VAULT.has(what.kind) ? 'print.logged' : 'print.nothingKept')}</p>
      </div>
    </Panel>
  );
}
