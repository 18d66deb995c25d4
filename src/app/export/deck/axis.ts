/** An axis with round numbers at its ends and at its ticks. */
export interface NiceAxis {
  readonly min: number
  readonly max: number
  readonly step: number
}

/** The smallest round axis that holds all values, with about so many ticks. */
export function niceAxis(values: readonly number[], about = 6): NiceAxis {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const span = high > low ? high - low : Math.abs(high) || 1
  const step = roundStep(span / about)
  const min = Math.floor(low / step + 1e-9) * step
  const max = Math.ceil((high > low ? high : low + span) / step - 1e-9) * step
  return { min: clean(min, step), max: clean(max, step), step }
}

/** The numbers at the ticks, from the least on. */
export function ticksOf({ min, max, step }: NiceAxis): number[] {
  const count = Math.round((max - min) / step)
  return Array.from({ length: count + 1 }, (_, at) => clean(min + at * step, step))
}

/** 1, 2 or 5 times a power of ten, no less than this. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const times = [1, 2, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10
  return times * power
}

/** A multiple of a step without what is left of binary fractions. */
function clean(value: number, step: number): number {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(step)))
  const scale = 10 ** Math.min(12, digits)
  return Math.round(value * scale) / scale || 0
}
