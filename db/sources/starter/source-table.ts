import type { Row } from './csv.ts';

const PUBLIC_DOMAIN = 'Public domain (US federal government work, 17 U.S.C. 105)';
const CC_BY = 'CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)';
const BLS = 'U.S. Bureau of Labor Statistics';
const ONET_PUBLISHER = 'U.S. Department of Labor, Employment and Training Administration';
/** The wording that the licence of the O*NET database asks for. */
const ONET_NOTICE =
  'by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. ' +
  'O*NET is a trademark of USDOL/ETA.';
const THIRD_PARTY =
  'The figures were taken from a third party\'s reshaping of the BLS state and area workbooks (GitHub: cdailystyles/laborcompare), ' +
  'not from BLS files. A figure that BLS marked as not released, or as top-coded, is simply absent there.';

function source(
  id: string,
  publisher: string,
  title: string,
  vintage: string,
  published: string | null,
  url: string,
  license: string,
  citation: string,
): Row {
  return { id, publisher, title, vintage, published, url, license, citation };
}

/** The publications behind the generated tables. */
export function sourceRows(): readonly Row[] {
  const oews = 'Occupational Employment and Wage Statistics';
  const onet = (id: string, title: string, release: string, published: string | null, change: string): Row =>
    source(id, ONET_PUBLISHER, title, release, published, 'https://www.onetcenter.org/database.html', CC_BY,
      `This product includes information from the ${title} ${ONET_NOTICE} ${change} USDOL/ETA has not approved, endorsed, or tested these modifications.`);
  return [
    source('oews-2025-national', BLS, `${oews}, national`, 'May 2025', null, 'https://www.bls.gov/oes/tables.htm', PUBLIC_DOMAIN,
      `${BLS}, ${oews}, May 2025, national, cross-industry.`),
    source('oews-2025-areas', BLS, `${oews}, states and nonmetropolitan areas`, 'May 2025', null, 'https://www.bls.gov/oes/tables.htm', PUBLIC_DOMAIN,
      `${BLS}, ${oews}, May 2025, states and nonmetropolitan areas. ${THIRD_PARTY}`),
    source('oews-2024-areas', BLS, `${oews}, Puerto Rico`, 'May 2024', null, 'https://www.bls.gov/oes/tables.htm', PUBLIC_DOMAIN,
      `${BLS}, ${oews}, May 2024, Puerto Rico. ${THIRD_PARTY} The vintage was found by comparing location quotients.`),
    source('oews-area-definitions', BLS, `${oews}, area definitions`, 'May 2024', null, 'https://www.bls.gov/oes/current/msa_def.htm', PUBLIC_DOMAIN,
      `${BLS}, ${oews}, area definitions of May 2024, as listed with the wage data that the Office of Foreign Labor Certification ` +
      'published for July 2025 to June 2026 (Geography.csv, read in a public copy). Codes and names of the nonmetropolitan areas are those of May 2025. ' +
      'County names: U.S. Census Bureau, American Community Survey.'),
    source('ep-2024-34', BLS, 'Employment Projections, tables 1.2 and 1.10', '2024–34', null, 'https://www.bls.gov/emp/tables.htm', PUBLIC_DOMAIN,
      `${BLS}, Employment Projections, 2024–34. Employment includes the self-employed; thousands are shown as jobs.`),
    onet('onet-29-3', 'O*NET 29.3 Database', 'May 2025', '2025-05', 'Waymark has modified it: job zones and interest high points were mapped to OEWS occupations.'),
    onet('onet-30-1-job-zones', 'O*NET 30.1 Database', 'Release 30.1', null, 'Waymark has modified it: job zones were mapped to OEWS occupations.'),
    onet('onet-30-2', 'O*NET 30.2 Database', 'February 2026', '2026-02', 'Waymark has modified it: titles were mapped to OEWS occupations and repeated ones left out.'),
    source('career-clusters-onet', ONET_PUBLISHER, 'O*NET OnLine, Career Clusters', '2023', null, 'https://www.onetonline.org/find/career', CC_BY,
      `This page includes information from O*NET OnLine ${ONET_NOTICE} Waymark has modified it: the first of several clusters was taken.`),
    source('occupation-attributes', 'Waymark', 'Occupation attributes from several publications', '2024–34; 2026', null, 'https://www.bls.gov/emp/tables.htm',
      'Public domain (BLS) and CC BY 4.0 (O*NET)',
      'Entry education, experience, training and self-employment: BLS Employment Projections 2024–34. Job zone: O*NET 30.1, else 29.3. ' +
      'Interests: O*NET 29.3. Cluster: O*NET OnLine, 2023. For codes that merge several SOC codes: what the O*NET-rated parts share.'),
    source('bea-rpp-2023', 'U.S. Bureau of Economic Analysis', 'Regional Price Parities by State, all items', '2023', '2025-02-20',
      'https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area', PUBLIC_DOMAIN,
      'U.S. Bureau of Economic Analysis, table SARPP, Regional price parities by state, 2023 (last updated February 20, 2025).'),
    source('cpi-u', BLS, 'Consumer Price Index for All Urban Consumers, U.S. city average, all items (CUUR0000SA0)', '2021 to May 2026; 2015', null,
      'https://www.bls.gov/cpi/', PUBLIC_DOMAIN,
      `${BLS}, Consumer Price Index, CUUR0000SA0 (1982-84 = 100), not seasonally adjusted. Monthly values from a third party's copy ` +
      '(GitHub: cdailystyles/laborcompare); the annual averages of 2015 and 2022 as published. October 2025 was not published.'),
    source('waymark', 'Waymark contributors', 'Waymark reference data', '2026', null, 'https://opensource.org/license/mit', 'MIT',
      'Written for Waymark: Spanish occupation titles and search words.'),
  ];
}
