import type { Catalogue } from '../engine/model.ts'
import { correlationWhere } from '../engine/sensitivity/correlation.ts'
import { valueParts } from '../engine/sensitivity/value-parts.ts'
import { CERTAIN } from './side-bins.ts'
import type { SignTarget } from './sign-sides.ts'

/** Parts of a belief: a rank in so many steps. */
const PARTS = 10

/** A belief that goes with a sign and with what is explained. */
export interface SignBelief {
  /** The assumption, by id. */
  readonly id: string
  /** Whether it is higher where the sign is news; lower otherwise. */
  readonly isHigher: boolean
  /** Whether what is explained is higher with it. */
  readonly isMore: boolean
}

/** A belief by its part, trial by trial, and how that goes with what is explained. */
export interface Ranked {
  readonly id: string
  readonly of: Uint8Array
  readonly withTarget: number
}

/** What somebody believes: luck is nobody's. */
export function believed({ assumptions }: Pick<Catalogue, 'assumptions'>): string[] {
  return assumptions.filter(({ role }) => role !== 'luck').map(({ id }) => id)
}

/** One belief, in parts, beside what is explained; null where no more than chance is between them. */
export function rankedBelief(id: string, values: Float64Array, target: SignTarget): Ranked | null {
  const { of } = valueParts(values, PARTS, target.mask)
  const withTarget = surelyBetween(of, target.values)
  return withTarget === 0 ? null : { id, of, withTarget }
}

/**
 * The belief that goes most both with being on a side and with what is explained, so that it accounts
 * for the way in which the two go together; null where none does beyond chance. It is no cause.
 *
 * @param onSide 1 where the sign is news, by trial
 * @param way whether what is explained is higher there (1) or lower (−1)
 */
export function signBelief(
  onSide: Float64Array,
  way: number,
  beliefs: readonly Ranked[],
): SignBelief | null {
  let best: { readonly size: number; readonly found: SignBelief } | null = null
  for (const { id, of, withTarget } of beliefs) {
    const there = surelyBetween(of, onSide)
    const size = there * withTarget * way
    if (size > (best?.size ?? 0))
      best = { size, found: { id, isHigher: there > 0, isMore: withTarget * there > 0 } }
  }
  return best?.found ?? null
}

/** The correlation of a part with a number over trials that count; 0 where chance may have made it. */
function surelyBetween(of: Uint8Array, y: Float64Array): number {
  const { value: r, count } = correlationWhere(of, y, of)
  return r * r * count > CERTAIN * CERTAIN ? r : 0
}
