export type Domain = readonly [number, number]

/**
 * Keeps a shared axis still while figures are refined or a control is dragged: a new axis is taken
 * only where the old one no longer shows most of the picture, or belongs to something else.
 *
 * @param shown the axis in view and what it belongs to, null before the first picture
 * @param wanted the axis that would fit best
 * @param subject what the axis belongs to, e.g. the outcome
 * @param settled whether the figures are final and no control is held
 */
export function keptAxis(
  shown: { readonly subject: string; readonly domain: Domain } | null,
  wanted: Domain,
  subject: string,
  settled: boolean,
): Domain {
  if (!shown || shown.subject !== subject) return wanted
  if (!settled) return shown.domain
  const [low, high] = shown.domain
  const width = high - low
  const slack = 0.04 * width
  const tooNarrow = wanted[0] < low - slack || wanted[1] > high + slack
  const tooWide = wanted[1] - wanted[0] < 0.6 * width
  return tooNarrow || tooWide ? wanted : shown.domain
}
