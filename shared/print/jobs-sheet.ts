import type { Figure, Localized, PayFacts } from '../domain/facts.ts';
import { hasMessage } from '../i18n/translator.ts';
import type { Translator } from '../i18n/translator.ts';
import { fragments, foot, hundreds, placeWords, schoolLines, sentences } from './format.ts';
import type { PaperCredential, PaperEdition, PaperOptions, PaperSettings, PaperSource } from './inputs.ts';
import type { PrintBlock, PrintDocument, PrintRow } from './model.ts';
import { payCell } from './sheet-row.ts';
import { sourcesBlock } from './sources-block.ts';

/** A job whose middle pay here reaches the line, open without a bachelor's degree. */
export interface PaperJob {
  readonly title: Localized;
  /** Code of the usual entry education. */
  readonly entryEducation: string;
  /** True when the usual way in asks for years of work in a related job. */
  readonly experienced: boolean;
  readonly pay: PayFacts;
  /** Workers in the area; null where not published. */
  readonly people: number | null;
  /** What opens the job, best first: of links that have been checked. */
  readonly credentials: readonly PaperCredential[];
}

export interface JobsSheetInput {
  readonly areaName: string;
  /** The most common first. */
  readonly jobs: readonly PaperJob[];
  readonly floor: Figure;
  readonly sources: readonly PaperSource[];
  readonly settings: PaperSettings;
  readonly edition: PaperEdition;
}

/** Rows of one page; jobs to begin with have more room than those that come after years. */
const MOST = { fresh: 13, later: 5 } as const;
/** Credentials named beside a job. */
const MOST_WAYS = 2;

function row(job: PaperJob, floor: number | null, t: Translator): PrintRow {
  const education = `education.${job.entryEducation}`;
  const ways = job.credentials.slice(0, MOST_WAYS).map(({ shortName, code }) => `${t.name(shortName)}\u00a0${code}`);
  const fromStart = floor !== null && job.pay.p25 !== null && job.pay.p25 >= floor;
  return {
    mark: null, head: t.name(job.title), code: '', sub: '', strip: null, alt: '',
    cells: [
      ways.length > 0 ? fragments(ways) : job.entryEducation !== 'none' && hasMessage(education) ? t.t('paper.jobs.school', { school: t.t(education) }) : t.t('paper.jobs.leadsNone'), `${payCell(job.pay, t)}${fromStart ? '*' : ''}`,
      job.people === null ? t.t('paper.cell.payUnknown') : t.count(Math.round(job.people / 10) * 10),
    ],
  };
}

function group(title: string, jobs: readonly PaperJob[], most: number, floor: number | null, t: Translator): PrintBlock[] {
  if (jobs.length === 0) return [];
  const left = jobs.length - most;
  return [{
    type: 'table', title, mark: null, floor: null, rows: jobs.slice(0, most).map((job) => row(job, floor, t)), more: left > 0 ? t.t('paper.jobs.more', { count: left }) : '',
    columns: [
      { label: '', kind: 'text' }, { label: t.t('paper.column.leads'), kind: 'list' }, { label: t.t('paper.column.payShort'), kind: 'number' }, { label: t.t('paper.column.people'), kind: 'number' },
    ],
  }];
}

/** One page of the jobs near by that reach the good-job line without a bachelor's degree: those to begin with, then those that come later. */
export function buildJobsSheet(input: JobsSheetInput, t: Translator, options: PaperOptions): PrintDocument {
  const { jobs, settings, edition } = input;
  const floor = input.floor.value;
  const area = placeWords(input.areaName, t);
  const title = t.t('paper.jobs.title');
  const full = (block: PrintBlock) => ({ column: 'full' as const, block });
  const lead = jobs.length === 0 ? [t.t('paper.jobs.none')]
    : [floor === null ? '' : t.t('paper.jobs.lead', { floor: hundreds(floor, t) }), t.t('paper.jobs.start'), t.t('paper.codesHow'), t.t('paper.pay.caveat')];
  return {
    kind: 'jobs-sheet', lang: t.lang, paper: settings.paper, large: options.large, title, heading: title, blankName: null,
    notice: t.lang === 'es' ? t.t('paper.draftTranslation') : null, under: [fragments([t.t('paper.jobs.sub'), t.t('paper.sheetFor', { area })])], right: schoolLines(settings),
    sections: [
      full({ type: 'text', title: '', paragraphs: [sentences(lead)] }),
      ...group(t.t('paper.jobs.fresh'), jobs.filter((job) => !job.experienced), MOST.fresh, floor, t).map(full),
      ...group(t.t('paper.jobs.later'), jobs.filter((job) => job.experienced), MOST.later, floor, t).map(full),
      full(sourcesBlock({ sources: input.sources, pays: jobs.slice(0, 1).map(({ pay }) => pay), evidence: [], edition, credentials: [] }, t)),
    ],
    ...foot(t, options.today, edition.edition),
  };
}
