/** How many beliefs are kept at hand. */
export const AT_HAND = 8

/**
 * Which beliefs stand as sliders. Those already there keep their places while they are among the
 * strongest or have been moved: a slider may not run away from the hand that holds it.
 *
 * @param shown ids in view, in their places; empty where another outcome or strategy came in view
 * @param strongest ids, strongest first
 * @param moved whether a belief has been changed
 */
export function atHand(
  shown: readonly string[],
  strongest: readonly string[],
  moved: (id: string) => boolean,
): string[] {
  const wanted = strongest.slice(0, AT_HAND)
  const stays = shown.map((id) => (wanted.includes(id) || moved(id) ? id : null))
  const newcomers = wanted.filter((id) => !shown.includes(id))
  const kept = stays.map((id) => id ?? newcomers.shift() ?? null).filter((id) => id !== null)
  return [...kept, ...newcomers].slice(0, AT_HAND)
}
