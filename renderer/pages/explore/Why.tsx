import type { SearchResult } from '../../../shared/contract/reference.ts';
import { useT } from '../../components/translator-context.tsx';
import { Matched } from './Matched.tsx';
import { showsAll } from './matched-parts.ts';

interface WhyProps {
  /** The name beside which it stands. */
  readonly name: string;
  readonly why: Extract<SearchResult, { kind: 'credential' }>['why'];
  readonly typed: string;
}

/** A stand-in for the text of a reason, so that the sentence can be taken apart around it. */
const HOLE = '\u0000';

/** Why something was found, where its name does not show it; nothing where it does. */
export function Why({ name, why, typed }: WhyProps) {
  const t = useT();
  if (showsAll(name, typed)) return null;
  if (why.text === '') return why.by === 'typo' ? <span className="result-why">{t.t('explore.why.typoPlain')}</span> : null;
  switch (why.by) {
    case 'name': case 'short-name': case 'browse': return null;
    case 'alias': case 'code': case 'issuer': case 'occupation': case 'typo': {
      const [before = '', after = ''] = t.t(`explore.why.${why.by}`, { text: HOLE }).split(HOLE);
      return <span className="result-why">{before}<Matched text={why.text} typed={typed} />{after}</span>;
    }
  }
}
