/** On which side of its threshold a series is news. */
export const signSides = ['below', 'above'] as const
export type SignSideId = (typeof signSides)[number]

/** A series to watch, kept with the study: what would be news, and by when. It moves no figure. */
export interface KeptSignpost {
  /** Of the market, by id. */
  readonly series: string
  /** By its name, as in 2026Q4, so that it means the same from every vantage. */
  readonly quarter: string
  /** In the series' own unit. */
  readonly threshold: number
  readonly side: SignSideId
  /** What to do then, or why it is watched. */
  readonly note?: string
}

/** More than these nobody watches. */
export const MOST_SIGNPOSTS = 24

/** The name of a quarter, as in 2026Q4. */
export const QUARTER = /^\d{4}Q[1-4]$/
