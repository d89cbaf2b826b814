import type { Figure, OccupationFacts, OutlookFacts, PayFacts, Provenance } from '../../../shared/domain/facts.ts';
import type { Rows } from '../../pack/tables.ts';
import { areaChain, NATION, type ReferenceDb } from '../reference-db.ts';

type WageRow = Rows['wage'] & { readonly area_name: string };

/** Provenance of a figure of a publication. */
function published(db: ReferenceDb, source: string | null, area: string | null): Provenance {
  return {
    source, evidence: null, vintage: source === null ? null : (db.vintages.get(source) ?? null), area, basis: 'published', method: null,
  };
}

function wagesOf(db: ReferenceDb, soc: string, chain: readonly string[]): readonly WageRow[] {
  const rows = db.all(
    db.from('wage').innerJoin('area', 'area.id', 'wage.area').selectAll('wage').select('area.name as area_name')
      .where('wage.soc', '=', soc).where('wage.area', 'in', [...chain]),
  );
  return [...rows].sort((a, b) => chain.indexOf(a.area) - chain.indexOf(b.area));
}

/** An area that has a row may still have no pay in it: then the next wider one is asked. */
const hasPay = (row: WageRow): boolean =>
  row.top_coded === 1 || [row.p50, row.mean, row.p10, row.p90, row.hourly_p50_cents, row.hourly_mean_cents].some((figure) => figure !== null);

function payOf(db: ReferenceDb, row: WageRow, askedArea: string, basis: PayFacts['basis']): PayFacts {
  return {
    askedArea, area: row.area, areaName: row.area_name, basis, p10: row.p10, p25: row.p25, p50: row.p50, p75: row.p75, p90: row.p90,
    mean: row.mean, hourlyP25Cents: row.hourly_p25_cents, hourlyP50Cents: row.hourly_p50_cents, topCoded: row.top_coded === 1,
    from: published(db, row.source_id, row.area),
  };
}

function employmentOf(db: ReferenceDb, row: WageRow | undefined, area: string): Figure {
  const value = row?.employment ?? null;
  return {
    value, high: null, atLeast: false, unit: 'jobs', unknown: value === null ? (row?.unknown ?? 'not-published') : null,
    from: published(db, row?.source_id ?? null, area),
  };
}

function outlookOf(db: ReferenceDb, soc: string): OutlookFacts | null {
  const row = db.first(db.from('outlook').selectAll().where('soc', '=', soc).where('area', '=', NATION));
  if (!row) return null;
  return {
    fromYear: row.from_year, toYear: row.to_year, changePermille: row.change_permille, openingsPerYear: row.openings_per_year,
    from: published(db, row.source_id, row.area),
  };
}

/**
 * Facts of one occupation in one area; undefined when there is no occupation of that code.
 * Pay falls back from the area to its state and to the nation, and says so; employment never does.
 */
export function getOccupationFacts(db: ReferenceDb, soc: string, area: string): OccupationFacts | undefined {
  const row = db.first(
    db.from('occupation').select(['title', 'title_es', 'entry_education', 'self_employed_permille', 'pay_basis']).where('soc', '=', soc),
  );
  if (!row) return undefined;
  const wages = wagesOf(db, soc, areaChain(db, area));
  const pay = wages.find(hasPay);
  return {
    soc, title: { en: row.title, es: row.title_es ?? row.title }, entryEducation: row.entry_education,
    selfEmployedPermille: row.self_employed_permille,
    employmentHere: employmentOf(db, wages.find((wage) => wage.area === area), area),
    pay: pay ? payOf(db, pay, area, row.pay_basis) : null,
    outlook: outlookOf(db, soc),
  };
}
