import type { Interest } from '../../../shared/contract/here.ts';
import { ToggleButton } from 'react-aria-components';
import { Panel } from '../../components/Panel.tsx';
import { useT } from '../../components/translator-context.tsx';
import { toggleInterest, useHere } from '../../stores/here.ts';
import { TimeChoice } from './TimeChoice.tsx';

const INTERESTS: readonly Interest[] = ['R', 'I', 'A', 'S', 'E', 'C'];

/** "Not sure yet": the kinds of work one likes, in plain words; the list follows at once. */
export function InterestChoice() {
  const t = useT();
  const chosen = useHere((state) => state.interests);
  return (
    <Panel title={t.t('here.likes')} note={t.t('here.likes.note')}>
      <div className="here-likes" role="group" aria-label={t.t('here.likes')}>
        {INTERESTS.map((each) => (
          <ToggleButton key={each} className="here-like" isSelected={chosen.includes(each)} onChange={() => toggleInterest(each)}>
            <strong>{t.t(`here.like.${each}`)}</strong><span className="small">{t.t(`here.like.${each}.text`)}</span>
          </ToggleButton>
        ))}
      </div>
      <TimeChoice />
    </Panel>
  );
}
