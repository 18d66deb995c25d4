import { ticks } from 'd3'

/** From values to pixels, evenly. */
export interface LinearScale {
  (value: number): number
  invert(pixel: number): number
  /** About so many round values within. */
  ticks(count: number): number[]
  /** From one end of the values to the other. */
  readonly width: number
}

type Ends = readonly [from: number, to: number]

/**
 * d3's linear scale for numbers alone: the same pixels to the last bit. D3's own can also blend
 * colours and write its ticks, which nothing here asks of it and weighs ten times as much.
 */
export function scaleLinear(domain: Ends, range: Ends): LinearScale {
  const to = between(domain, range)
  return Object.assign((value: number) => to(value), {
    invert: between(range, domain),
    ticks: (count: number) => ticks(domain[0], domain[1], count),
    width: Math.abs(domain[1] - domain[0]),
  })
}

/** The same, with values beyond the domain at its ends. */
export function clampedScale(domain: Ends, range: Ends): (value: number) => number {
  const to = scaleLinear(domain, range)
  const [low, high] = domain[0] < domain[1] ? domain : [domain[1], domain[0]]
  return (value) => to(Math.max(low, Math.min(high, value)))
}

/** What has no width is in the middle. */
function between([d0, d1]: Ends, [r0, r1]: Ends): (x: number) => number {
  if (d1 < d0) return between([d1, d0], [r1, r0])
  const width = d1 - d0
  return (x) => {
    const t = width === 0 ? 0.5 : (x - d0) / width
    return r0 * (1 - t) + r1 * t
  }
}
