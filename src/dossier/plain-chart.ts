/** A number beside the words that it is written with. */
export interface PlainFigure {
  readonly value: number
  readonly text: string
}

/** One thing measured of several others, each with its bar. */
export interface BarSeries {
  readonly label: string
  /** In the order of the categories; null where there is none. */
  readonly bars: readonly (PlainFigure | null)[]
  /** One standard error of each; null where it is not known. */
  readonly errors?: readonly (number | null)[]
}

/** Bars along one axis, which may lie on both sides of 0. */
export interface BarsChart {
  readonly kind: 'bars'
  /** What is measured. */
  readonly axis: string
  /** Of the values. */
  readonly unit: string
  readonly categories: readonly string[]
  readonly series: readonly BarSeries[]
}

/** From where to where something lies: 10% below the first, half below the second, 90% below the third. */
export interface RangeRow {
  readonly label: string
  readonly low: PlainFigure
  readonly middle: PlainFigure
  readonly high: PlainFigure
  /** Its average with one standard error, where that is known. */
  readonly mean?: PlainFigure & { readonly error: number | null }
  /** Whether all three are one chance, which lies on a scale from 0% to 100%. */
  readonly isChance?: boolean
  /** What it was before somebody changed it, on the same scale. */
  readonly before?: Readonly<Record<'low' | 'middle' | 'high', PlainFigure>>
}

export interface RangesChart {
  readonly kind: 'ranges'
  readonly axis: string
  /** Of the values; empty where each row has a unit of its own. */
  readonly unit: string
  /** Whether all rows are on one scale; else each is on its own, from its least to its greatest. */
  readonly together: boolean
  readonly rows: readonly RangeRow[]
}

/** How something may unfold: percentiles per quarter. */
export interface FanSeries {
  readonly label: string
  readonly p5: readonly number[]
  readonly p25: readonly number[]
  readonly p50: readonly number[]
  readonly p75: readonly number[]
  readonly p95: readonly number[]
}

export interface FanPlain {
  readonly kind: 'fan'
  readonly axis: string
  /** Of the values. */
  readonly unit: string
  /** E.g. 2025Q3, of every value. */
  readonly quarters: readonly string[]
  /** The first is drawn as a fan, others as lines over it. */
  readonly fans: readonly FanSeries[]
}

/** How many futures lie where. */
export interface HistogramChart {
  readonly kind: 'histogram'
  readonly axis: string
  /** Of the edges. */
  readonly unit: string
  /** Edges of the bins in the unit of the axis, one more than there are bins. */
  readonly edges: readonly number[]
  /** The share of futures in each bin, 0 to 1. */
  readonly shares: readonly number[]
  /** Where better begins: bins above are drawn in the accent. */
  readonly zero: number
  /** On which side of that it is better; above where nothing is said. */
  readonly better?: 'above' | 'below'
}

/**
 * A chart as plain data: numbers and their words, nothing that a file cannot hold. Presenter, slides,
 * sheets and the handout all draw these.
 */
export type PlainChart = BarsChart | RangesChart | FanPlain | HistogramChart
