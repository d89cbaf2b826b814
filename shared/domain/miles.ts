/** A place on the globe, in millionths of a degree. */
export interface Place {
  readonly latitudeMicro: number;
  readonly longitudeMicro: number;
}

const EARTH_MILES = 3958.8;
const radians = (micro: number): number => (micro / 1_000_000) * (Math.PI / 180);

/**
 * Whole miles between two places in a straight line over the globe: roads are longer.
 *
 * @example milesBetween({ latitudeMicro: 39_961_000, longitudeMicro: -82_999_000 }, { latitudeMicro: 41_499_000, longitudeMicro: -81_694_000 }) // 126
 */
export function milesBetween(a: Place, b: Place): number {
  const [lat1, lat2] = [radians(a.latitudeMicro), radians(b.latitudeMicro)];
  const half = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(radians(b.longitudeMicro - a.longitudeMicro) / 2) ** 2;
  return Math.round(2 * EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(half))));
}

/** The mean of places that are near each other; null of none. */
export function middleOf(places: readonly Place[]): Place | null {
  if (places.length === 0) return null;
  const mean = (of: (place: Place) => number): number => Math.round(places.reduce((sum, place) => sum + of(place), 0) / places.length);
  return { latitudeMicro: mean((place) => place.latitudeMicro), longitudeMicro: mean((place) => place.longitudeMicro) };
}
