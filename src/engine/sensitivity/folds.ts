/** Trials are left out by fifths. */
export const FOLDS = 5

/** Which fifth a trial is in: not by its place, for a design has an order of its own. */
export function foldOf(trial: number): number {
  let mixed = Math.imul(trial + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  return ((mixed ^ (mixed >>> 13)) >>> 0) % FOLDS
}
