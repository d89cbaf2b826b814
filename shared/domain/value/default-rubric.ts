/** Id of the rubric in force until another is chosen. Verdicts on paper and in plans are always made by it. */
export const DEFAULT_RUBRIC = 'waymark-1';
