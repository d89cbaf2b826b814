/** Codes of the survey that are no detailed occupation of SOC 2018. */

/** Each merges several SOC 2018 occupations in every edition since May 2021. */
export const MERGED_CODES: ReadonlySet<string> = new Set([
  '13-1020', '13-2020', '21-1018', '25-2052', '25-9045', '29-2010', '31-1120', '39-7010', '47-4090', '51-2028', '51-2090', '53-1047',
]);

/**
 * The editions of May 2019 and May 2020 lie between SOC 2010 and SOC 2018: beside the codes above they have these,
 * which no later edition has, and other codes have another reach than later. They are not to be joined to later years code by code.
 */
export const INTERIM_CODES: ReadonlySet<string> = new Set([
  '11-2030', '11-3010', '11-9198', '13-1198', '13-2098', '15-1245', '15-1256', '15-1257', '15-2098', '17-3098', '19-3031', '19-4010', '19-4045', '25-3097',
  '27-2090', '27-4098', '29-1228', '29-1248', '29-1298', '29-2040', '29-2098', '29-9098', '33-1090', '33-9098', '39-1098', '39-9098', '47-5097', '47-5098',
  '53-3058', '53-6098',
]);
