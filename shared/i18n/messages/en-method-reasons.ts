/** How an estimate was made. */
export const enMethodReasons = {
  'reason.method.baseline-without-training': 'Our estimate from the same survey and area: pay of jobs that ask for high school or less, no experience, and no or short training, weighted by how many people hold them.',
  'reason.method.floor-in-pay-dollars': 'The published good-job line, brought to the dollars of the pay survey with the consumer price index.',
} as const;
