/** What tests of stores share. */

/** A store as far as waiting goes. */
interface Watched {
  subscribe(listener: () => void): () => void;
}

/** Waits until something is so; every change of the stores is a signal. */
export function untilStores(stores: readonly Watched[], is: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const look = (): void => {
      if (!is()) return;
      for (const each of stops) each();
      resolve();
    };
    for (const store of stores) stops.push(store.subscribe(look));
    look();
  });
}
