import type { Box, Held, PrimColumn } from './prim-box.ts'
import type { PrimTask } from './prim.ts'

/** All that finding boxes needs to know of the trials. */
export interface CurveTask extends PrimTask {
  readonly byId: ReadonlyMap<string, PrimColumn>
  /** From the twentieth to the last twentieth of each column. */
  readonly spans: ReadonlyMap<string, number>
  readonly categories: ReadonlyMap<string, readonly number[]>
  /** What there is without any box. */
  readonly all: Held
}

/** A box, and what it holds of the trials it was found in. */
export interface FoundBox {
  readonly box: Box
  readonly inside: Held
  /** Share of the good trials that are in it. */
  readonly coverage: number
  /** Share of the trials in it that are good. */
  readonly density: number
  /** Share of all trials that are good. */
  readonly base: number
}

/** A box by what it holds of the trials it was found in. */
export function measured({ all }: Pick<CurveTask, 'all'>, box: Box, inside: Held): FoundBox {
  return {
    box,
    inside,
    coverage: all.good === 0 ? 0 : inside.good / all.good,
    density: inside.count === 0 ? 0 : inside.good / inside.count,
    base: all.good / all.count,
  }
}

/** How many of some trials are good. */
export function goodAmong(good: Uint8Array, rows: Uint32Array): number {
  let all = 0
  for (const row of rows) all += good[row]
  return all
}

/**
 * How good a box is: the harmonic mean of its coverage and of how far its density goes from the share
 * of good trials in all to certainty. 0 for one that is no better than all trials.
 */
export function balance({
  coverage,
  density,
  base,
}: Pick<FoundBox, 'coverage' | 'density' | 'base'>): number {
  return balanceOf(coverage, density, base)
}

/** The same of its three figures. */
export function balanceOf(coverage: number, density: number, base: number): number {
  const rise = base < 1 ? (density - base) / (1 - base) : 0
  return rise <= 0 || coverage <= 0 ? 0 : (2 * rise * coverage) / (rise + coverage)
}
