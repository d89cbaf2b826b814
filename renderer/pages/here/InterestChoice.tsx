import type { Interest } from '../../../shared/contract/here.ts';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { toggleInterest, useHere } from '../../stores/here.ts';

const INTERESTS: readonly Interest[] = ['R', 'I', 'A', 'S', 'E', 'C'];

/** "Not sure yet": the kinds of work one likes, in plain words; the list follows at once. */
export function InterestChoice() {
  const t = useT();
  const chosen = useHere((state) => state.interests);
  return (
    <Panel title={t.t('here.likes')} note={t.t('here.likes.note')}>
      <ToggleButtonGroup className="here-likes" aria-label={t.t('here.likes')} selectionMode="multiple" selectedKeys={chosen}
        onSelectionChange={(keys) => { for (const each of INTERESTS) if (keys.has(each) !== chosen.includes(each)) toggleInterest(each); }}
      >
        {INTERESTS.map((each) => (
          <ToggleButton key={each} id={each} className="here-like">
            <strong>{t.t(`here.like.${each}`)}</strong><span className="small">{t.t(`here.like.${each}.text`)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Panel>
  );
}
