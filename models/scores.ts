/** A forecast of one figure: 5%, 25% and so on of futures are below. */
export interface Quantiles {
  readonly p5: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p95: number
}

/** How far a forecast was from what came, in the unit of the figure; 0 is best. */
export interface Score {
  /** Mean pinball loss of the five quantiles (Koenker and Bassett 1978). */
  readonly pinball: number
  /** Interval score of P5 to P95: its width, and 20 for each unit by which it was missed (Gneiting and Raftery 2007). */
  readonly interval: number
}

const levels = [
  ['p5', 0.05],
  ['p25', 0.25],
  ['p50', 0.5],
  ['p75', 0.75],
  ['p95', 0.95],
] as const satisfies readonly (readonly [keyof Quantiles, number])[]

/** What lies outside P5 to P95 in a tenth of cases is charged by one over half of that. */
const OUTSIDE = 20

/** Scores a forecast by what came: each score is best on average for whoever says what they believe. */
export function scoreOf(forecast: Quantiles, observed: number): Score {
  let pinball = 0
  for (const [id, level] of levels) {
    const above = observed - forecast[id]
    pinball += (above >= 0 ? level * above : (level - 1) * above) / levels.length
  }
  const { p5, p95 } = forecast
  const missed = Math.max(0, p5 - observed, observed - p95)
  return { pinball, interval: p95 - p5 + OUTSIDE * missed }
}
