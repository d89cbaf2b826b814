/** Sizes above which a person is asked before an update is fetched, megabytes. Apart from the schemas, which no page may load. */
export const ASK_ABOVE_MB = [5, 20, 100, 500] as const;
