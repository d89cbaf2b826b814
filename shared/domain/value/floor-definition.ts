import { shapedInt, shapedList, shapedMaybe, shapedObject } from '../shape.ts';

/** A published good-job definition as data: floors by age, in the dollars of one year. Ages from 0 up; a last band without an end has none. */
export const GOOD_JOB_FLOOR_SHAPE = shapedObject({
  dollarsOf: shapedInt({ min: 1913, max: 2100 }),
  bands: shapedList(shapedObject({ fromAge: shapedInt({ min: 0, max: 120 }), toAge: shapedMaybe(shapedInt({ min: 0, max: 120 })), floor: shapedInt({ min: 1 }) }), 1),
});
