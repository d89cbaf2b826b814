import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';

/** What Waymark owes to others: the attribution O*NET asks for, and the licenses of the parts it is made of. */
export function NoticesPanel() {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={t.t('data.notices.title')}>
      {/* The words of the license are English whatever the screen is in. */}
      <p lang="en">
        This product includes information from O*NET by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 license.
        O*NET is a trademark of USDOL/ETA. Waymark has selected and rearranged it; USDOL/ETA has not approved or tested these changes.
      </p>
      <p className="data-notice">{t.t('data.notices.own')}</p>
      <p className="data-notice"><Button size="small" isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>{t.t(isOpen ? 'data.notices.hide' : 'data.notices.show')}</Button></p>
      {isOpen ? <iframe className="data-frame" src="/notices.txt" title={t.t('data.notices.frame')} /> : null}
    </Panel>
  );
}
