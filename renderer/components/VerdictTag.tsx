import type { Verdict } from '../../shared/domain/results.ts';
import { VerdictMark } from './VerdictMark.tsx';
import { useT } from './translator-context.tsx';

interface VerdictTagProps {
  readonly verdict: Verdict;
  /** The deciding figure lies close to a line. */
  readonly closeCall?: boolean;
  /** `line` in lists, `title` at the head of a page. */
  readonly size?: 'line' | 'title';
}
/** Mark and word of a verdict. */
export function VerdictTag({ verdict, closeCall = false, size = 'line' }: VerdictTagProps) {
  const t = useT();
  return (
    <span className={`verdict-tag verdict-tag-${size} verdict-${verdict}`}>
      <VerdictMark verdict={verdict} size={size === 'line' ? 15 : 21} />
      <span>{t.t(`verdict.${verdict}`)}{closeCall ? <span className="verdict-close"> {t.t('verdict.closeCall')}</span> : null}</span>
    </span>
  );
}
