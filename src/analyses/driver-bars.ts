/** How it is measured what moves an outcome. The first five read the futures at hand; the others run more. */
export const driverMethods = [
  'swing',
  'spearman',
  'regression',
  'firstOrder',
  'delta',
  'oneAtATime',
  'total',
] as const

export type DriverMethod = (typeof driverMethods)[number]

/** What is explained where a belief is at one end of what it may be. */
export interface BarEnd {
  /** The belief’s value there; of an event 0 or 1; null for a group. */
  readonly at: number | null
  /** The outcome there, in its own unit, and its standard error. */
  readonly value: number
  readonly error: number | null
}

/** One bar of a tornado. */
export interface DriverBar {
  /** Of an assumption or a group. */
  readonly id: string
  /** Null where the method knows no ends. */
  readonly low: BarEnd | null
  readonly high: BarEnd | null
  /** Signed where the method knows a direction: a swing in the outcome’s unit, a correlation, a coefficient; an index from 0 to 1. */
  readonly size: number
  /** One standard error of the size; null where it is not known. */
  readonly error: number | null
  /** What the size is known to be apart from 0 by, in standard errors; absent where the method has none. */
  readonly apart?: number
  /** The part of the outcome’s variance that goes with it, 0 to 1. */
  readonly share: number
  /** Whether it is beyond what chance may bring; grey where not. */
  readonly isTold: boolean
}

/** Errors of two lengths apart below which neither is called the longer. */
const APART = 2

/** Whether one bar is surely longer than another. */
export function isLonger(a: DriverBar, b: DriverBar, base: number): boolean {
  const apart = lengthOf(a, base) - lengthOf(b, base)
  return apart > APART * Math.hypot(a.error ?? 0, b.error ?? 0)
}

/** How long a bar is: from end to end, or to the base where both ends lie on one side of it. */
export function lengthOf({ low, high, size }: DriverBar, base: number): number {
  if (!low || !high) return Math.abs(size)
  const levels = [low.value, high.value, base]
  return Math.max(...levels) - Math.min(...levels)
}
