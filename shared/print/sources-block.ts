import type { PayFacts } from '../domain/facts.ts';
import type { Translator } from '../i18n/translator.ts';
import { areaWords, sentences } from './format.ts';
import type { PaperCredential, PaperEdition, PaperEvidence, PaperSource } from './inputs.ts';
import type { PrintBlock } from './model.ts';

const unique = (words: readonly string[]): string[] => [...new Set(words)];

/** Where the numbers come from, in one small block; the O*NET attribution only when its data is on the sheet. */
export function sourcesBlock(
  input: {
    readonly sources: readonly PaperSource[]; readonly pays: readonly Pick<PayFacts, 'area' | 'areaName'>[];
    readonly evidence: readonly PaperEvidence[]; readonly edition: PaperEdition; readonly credentials: readonly PaperCredential[];
  },
  t: Translator,
): PrintBlock {
  const isOnet = (source: PaperSource): boolean => /O\*NET/.test(`${source.title} ${source.publisher}`);
  const pay = unique(input.sources.filter((source) => !isOnet(source)).map((source) => `${source.publisher} (${source.vintage})`));
  const areas = unique(input.pays.map((each) => areaWords(each, t)));
  const rules = unique(input.evidence.filter((row) => row.type !== 'not-checked').map((row) => row.publisher));
  const codes = unique(input.credentials.map((credential) => credential.code)).filter((code) => code !== '');
  return {
    type: 'sources',
    text: sentences([
      pay.length > 0 ? t.t('paper.sources.pay', { sources: pay.join('; ') }) : '',
      areas.length > 0 ? t.t('paper.sources.area', { areas: areas.join('; ') }) : '',
      rules.length > 0 ? t.t('paper.sources.rules', { publishers: rules.join('; ') }) : '',
      t.t('paper.sources.checked', { month: t.date(input.edition.dataChecked.slice(0, 7)) }),
      codes.length > 0 ? t.t('paper.sources.codes', { codes: codes.join(', ') }) : '',
      input.sources.some(isOnet) ? t.t('paper.sources.onet') : '',
    ]),
  };
}
