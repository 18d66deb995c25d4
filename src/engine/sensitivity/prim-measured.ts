import type { Replicate } from '../sampling/design.ts'
import { standardErrorOf } from '../statistics/standard-error.ts'
import { type Box, breachesOf, heldOf, type PrimColumn } from './prim-box.ts'
import { chanceOfLimits } from './prim-curve.ts'
import { halvesOf } from './prim-halves.ts'
import type { RulesTask } from './rules.ts'

/** A share with its Monte Carlo error. */
export interface Share {
  readonly value: number
  readonly error: number | null
}

/** A rule, measured in trials it was not found in. */
export interface Rule {
  readonly box: Box
  /** The chance that it holds, by the beliefs themselves. */
  readonly support: Share
  /** Of trials in which it holds, those that are good. */
  readonly density: Share
  /** Of good trials, those in which it holds. */
  readonly coverage: Share
  /** Of each limit, the chance that what it adds is none (quasi-p). */
  readonly chances: readonly number[]
  /** What it is worth once something comes that it does not ask for; null where that is known to come, or not to. */
  readonly met?: Met | null
}

/** Of trials in which a rule holds, those that meet something else besides. */
export interface Met {
  readonly share: Share
  /** Of these, those that are good. */
  readonly density: Share
}

/** Fewer trials than these tell nothing of what else they meet. */
const FEW_MET = 20

/** Trials that count of both halves. */
export function partsOf({ columns, good, mask, replicate, met }: RulesTask): {
  found: Uint32Array
  held: HeldHalf
} {
  const { found, held, replicate: left } = halvesOf(good.length, replicate)
  const counts = (trial: number) => !mask || mask[trial] === 1
  const rows = held.filter(counts)
  const counted = Uint8Array.from(held, (trial) => (counts(trial) ? 1 : 0))
  const hits = Uint8Array.from(held, (trial) => good[trial])
  const both = counted.map((one, i) => one & hits[i])
  const byId = byIdOf(columns)
  const meets = met ? Uint8Array.from(held, (trial) => met[trial]) : null
  const half = { byId, good, held, all: rows, rows, replicate: left, counted, hits, both, meets }
  return { found: found.filter(counts), held: half }
}

/** The half of the trials that rules are measured in. */
export interface HeldHalf {
  /** By trial of the run. */
  readonly byId: ReadonlyMap<string, PrimColumn>
  readonly good: Uint8Array
  /** All trials of the half, those that count, and those of them that no rule has yet. */
  readonly held: Uint32Array
  readonly all: Uint32Array
  readonly rows: Uint32Array
  readonly replicate: Replicate
  /** By place in the half: 1 where the trial counts, where it is good, and where both hold. */
  readonly counted: Uint8Array
  readonly hits: Uint8Array
  readonly both: Uint8Array
  /** 1 where something else is met; null where nothing is asked. */
  readonly meets: Uint8Array | null
}

export function byIdOf(columns: readonly PrimColumn[]): Map<string, PrimColumn> {
  return new Map(columns.map((one) => [one.id, one]))
}

/** What a box is worth in trials it was not found in, those alone that no rule has yet. */
export function ruleOf(box: Box, half: HeldHalf): Rule {
  const { byId, good, held, rows, replicate, counted, hits, both, meets } = half
  const breaches = breachesOf(box, byId, rows)
  const isIn = new Uint8Array(good.length)
  for (let i = 0; i < rows.length; i++) isIn[rows[i]] = breaches.count[i] === 0 ? 1 : 0
  const inside = new Uint8Array(held.length)
  for (let i = 0; i < held.length; i++) inside[i] = isIn[held[i]]
  return {
    box,
    support: shareOf(inside, counted, replicate),
    density: shareOf(hits, inside, replicate),
    coverage: shareOf(inside, both, replicate),
    chances: chanceOfLimits(heldOf(breaches, box.length, rows, good)),
    ...(meets && { met: metOf(inside, meets, half) }),
  }
}

function metOf(
  inside: Uint8Array,
  meets: Uint8Array,
  { hits, replicate }: Pick<HeldHalf, 'hits' | 'replicate'>,
): Met | null {
  const both = inside.map((one, i) => one & meets[i])
  const [all, some] = [inside, both].map((of) => of.reduce((sum, one) => sum + one, 0))
  if (some < FEW_MET || some === all) return null
  return { share: shareOf(meets, inside, replicate), density: shareOf(hits, both, replicate) }
}

/**
 * The share of trials for which something holds, among those that count (1; all where null), with its
 * error. Where it holds in none or all of them the error is that of half a trial more or less.
 */
export function shareOf(holds: Uint8Array, counts: Uint8Array | null, replicate: Replicate): Share {
  let count = 0
  let sum = 0
  for (let i = 0; i < holds.length; i++) {
    if (counts && counts[i] !== 1) continue
    count++
    sum += holds[i]
  }
  if (count === 0) return { value: 0, error: null }
  const value = sum / count
  if (sum === 0 || sum === count) {
    const near = 0.5 / (count + 1)
    return { value, error: Math.sqrt((near * (1 - near)) / count) }
  }
  const residuals = new Float64Array(holds.length)
  for (let i = 0; i < holds.length; i++) {
    if (!counts || counts[i] === 1) residuals[i] = holds[i] - value
  }
  return { value, error: standardErrorOf(residuals, replicate, count) }
}
