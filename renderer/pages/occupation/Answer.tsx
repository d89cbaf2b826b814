import { Figure } from '../../components/Figure.tsx';
import { useT } from '../../components/translator-context.tsx';
import type { OccupationPage } from '../../stores/occupation.ts';
import { areaShort } from '../explore/row-words.ts';

/** Splits a sentence around the figures that stand in it, in the order of the language. */
const BETWEEN = /(\u0001|\u0002)/;

/** The answer in words: what the middle worker makes here and how far that is from the good-job line. */
export function Answer({ page }: { readonly page: OccupationPage }) {
  const t = useT();
  const { facts, floor } = page;
  const { pay } = facts;
  const name = t.name(facts.title);
  const area = pay ? areaShort(pay.areaName) : '';
  if (pay === null) return <p className="answer">{t.t('explore.pay.notPublished')}</p>;
  const told = pay.p50 === null
    ? pay.hourlyP50Cents === null ? t.t('occupation.answer.none', { area }) : t.t('occupation.answer.hourly', { hour: '\u0001', area })
    : t.t(floor.floor.value !== null && pay.p50 >= floor.floor.value ? 'occupation.answer.over' : 'occupation.answer.under', { median: '\u0001', gap: '\u0002', area });
  const median = pay.p50 === null ? t.cents(pay.hourlyP50Cents ?? 0) : t.dollars(pay.p50);
  const gap = Math.abs((pay.p50 ?? 0) - (floor.floor.value ?? 0));
  return (
    <p className="answer">
      {told.split(BETWEEN).map((part, index) => {
        if (part === '\u0001') return <Figure key={index} what={t.t('figure.middlePay', { name })} value={median} from={pay.from} />;
        if (part === '\u0002') return <Figure key={index} what={t.t('figure.gap')} value={t.dollars(gap)} from={floor.floor.from} />;
        return part;
      })}
      {pay.area === pay.askedArea ? '' : ` ${t.t('occupation.answer.wider', { area })}`}
    </p>
  );
}
