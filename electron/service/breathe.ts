/** Lets what waits at the service come in between: long answers are made in pieces. */
export const breathe = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
