import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aliasRows } from './alias-table.ts';
import { areaRows } from './area-table.ts';
import { countyRows, readCountyNames, readNonmetroCounties } from './county-table.ts';
import { toCsv } from './csv.ts';
import { occupationRows } from './occupation-table.ts';
import { readOccupationEs } from './read-occupation-es.ts';
import { readOewsAreas } from './read-oews-areas.ts';
import { readOewsNational } from './read-oews-national.ts';
import { readAlternateTitles, readClusters, readInterests, readJobZones } from './read-onet.ts';
import { readAnnualCpi, readMonthlyCpi, readPriceParities } from './read-price-levels.ts';
import { readProjections } from './read-projections.ts';
import { metaRows, outlookRows, priceIndexRows } from './small-tables.ts';
import { schoolFiles } from './school-files.ts';
import { readMergedCodes } from './soc-codes.ts';
import { sourceRows } from './source-table.ts';
import { trainingFiles } from './training-files.ts';
import { areaWageRowsByState, nationalWageRows } from './wage-table.ts';

/** The folder of the hand-written files that the tables take in. */
const SOURCES_DIR = fileURLToPath(new URL('.', import.meta.url));

/**
 * The generated files of the starter: path under its folder (with `/`) to text.
 *
 * A function of the data folder's bytes alone: no clock, no locale, no order of a directory.
 *
 * @param dataDir the folder that holds `labor` and `education`.
 */
export async function buildFiles(dataDir: string): Promise<ReadonlyMap<string, string>> {
  const laborDir = join(dataDir, 'labor');
  const national = await readOewsNational(laborDir);
  const projections = await readProjections(laborDir);
  const areas = readOewsAreas(laborDir);
  const merged = readMergedCodes(laborDir, new Set(national.map((item) => item.soc)));
  const spanish = readOccupationEs(SOURCES_DIR);
  const occupations = occupationRows({
    national,
    projections,
    merged,
    jobZones: await readJobZones(laborDir),
    interests: await readInterests(laborDir),
    clusters: readClusters(laborDir),
    spanish,
  });
  const titles = new Map(occupations.map((row) => [String(row['soc']), String(row['title'])]));
  const prices = [...readAnnualCpi(SOURCES_DIR), ...readMonthlyCpi(laborDir)];

  const files = new Map<string, string>([
    ['meta.csv', toCsv('meta', metaRows())],
    ['source/generated.csv', toCsv('source', sourceRows())],
    ['area.csv', toCsv('area', areaRows(areas, readPriceParities(laborDir)))],
    ['county.csv', toCsv('county', countyRows(readCountyNames(join(dataDir, 'education'), SOURCES_DIR), readNonmetroCounties(SOURCES_DIR), areas))],
    ['occupation.csv', toCsv('occupation', occupations)],
    [
      'occupation_alias/generated.csv',
      toCsv('occupation_alias', aliasRows(titles, merged, await readAlternateTitles(laborDir), spanish)),
    ],
    ['outlook.csv', toCsv('outlook', outlookRows(projections))],
    ['price_index.csv', toCsv('price_index', priceIndexRows(prices))],
    ['wage/us.csv', toCsv('wage', nationalWageRows(national))],
  ]);
  for (const [fips, rows] of areaWageRowsByState(areas, national)) files.set(`wage/${fips}.csv`, toCsv('wage', rows));
  for (const [path, text] of [...(await schoolFiles(dataDir)), ...trainingFiles(dataDir, SOURCES_DIR)]) files.set(path, text);
  return files;
}
