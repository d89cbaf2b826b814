/** The crosswalk of NCES and BLS from programs (CIP 2020) to occupations (SOC 2018): the workbook, or one of its sheets as text. */
import { findTable, rowsBelow } from '../table-head.ts';
import type { SourceKind } from '../source-kind.ts';

/** A program that may lead to an occupation. */
export interface CipSocPair {
  readonly cip: string;
  readonly cipTitle: string;
  readonly soc: string;
  readonly socTitle: string;
}

const HEADINGS = { cip: ['CIP2020Code'], cipTitle: ['CIP2020Title'], soc: ['SOC2018Code'], socTitle: ['SOC2018Title'] } as const;
const CIP = /^\d{2}\.\d{4}$/;
const SOC = /^\d{2}-\d{4}$/;
/** What both publishers write where nothing matches. */
const NO_MATCH = { cip: '99.9999', soc: '99-9999' } as const;

export const cipSoc: SourceKind<CipSocPair> = {
  kind: 'cip-soc',
  title: 'Crosswalk from programs (CIP 2020) to occupations (SOC 2018)',
  problems: { 'no-match': 'The publisher found no counterpart for this code.' },
  recognise(input) {
    return findTable(input, HEADINGS, (sheet) => /CIP-SOC/i.test(sheet)) ? { vintage: 'CIP 2020, SOC 2018' } : null;
  },
  async* read(input, tally) {
    const table = findTable(input, HEADINGS, (sheet) => /CIP-SOC/i.test(sheet));
    if (!table) return;
    const { columns } = table;
    const seen = new Set<string>();
    for await (const { row, cells } of rowsBelow(input, table)) {
      const cell = (column: number): string => (cells[column] ?? '').trim();
      const pair = { cip: restored(cell(columns.cip)), cipTitle: cell(columns.cipTitle), soc: cell(columns.soc), socTitle: cell(columns.socTitle) };
      if (pair.cip !== cell(columns.cip)) tally.flag('leading-zeros-restored', { row, column: 'CIP2020Code', value: cell(columns.cip) });
      const key = `${pair.cip} ${pair.soc}`;
      if (pair.cip === NO_MATCH.cip || pair.soc === NO_MATCH.soc) tally.skip('no-match', { row, value: key });
      else if (!CIP.test(pair.cip)) tally.refuse('code-invalid', { row, column: 'CIP2020Code', value: pair.cip });
      else if (!SOC.test(pair.soc)) tally.refuse('code-invalid', { row, column: 'SOC2018Code', value: pair.soc });
      else if (seen.has(key)) tally.skip('duplicate', { row, value: key });
      else {
        seen.add(key);
        yield pair;
      }
    }
  },
};

/** A code that a spreadsheet took for a number: "1.0999" is 01.0999. */
const restored = (code: string): string => (/^\d\.\d{4}$/.test(code) ? `0${code}` : code);
