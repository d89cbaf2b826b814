import { useEffect } from 'react';
import { Button } from '../../components/Button.tsx';
import { useT } from '../../components/translator-context.tsx';
import { selectSettings, useApp } from '../../stores/app.ts';
import { go } from '../../stores/navigation.ts';
import { loadPacks, usePacks } from '../../stores/packs.ts';
import { valueOf } from '../../stores/request.ts';
import './changes.css';

/** After a switch, in one calm line: that another edition is in use, and the way to what changed. It goes once that was looked at. */
export function ChangesLine() {
  const t = useT();
  const packs = valueOf(usePacks((state) => state.state));
  const seen = useApp((app) => selectSettings(app)?.seenEdition ?? null);
  useEffect(loadPacks, []);
  if (packs === null || packs.previous === null || seen === null || seen === packs.current.digest) return null;
  return (
    <div className="changes-line" role="status">
      <p>{t.t('changes.line', { edition: packs.current.edition })}</p>
      <Button size="small" onPress={() => go({ page: 'changes' })}>{t.t('changes.open')}</Button>
    </div>
  );
}
