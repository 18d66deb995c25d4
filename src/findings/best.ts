import type { NumberOutcome } from '../engine/model.ts'
import type { Estimate } from './estimates.ts'

// The one rule for "best": headline, marks, tables, the sentence on precision and the command line
// take it from here.

/** What a lead is held against. */
export interface Limits {
  /**
   * Standard errors beyond which it is certain: three, widened where the error is known from few
   * repetitions (`certainErrors`). Of looks at two that are equal 0.3% go beyond.
   */
  readonly certain: number
  /** Sizes below it do not matter, in USD bn; null where nothing was said. */
  readonly negligible: number | null
}

/**
 * Where a lead stands: surely beyond what is negligible; surely within it; none in any future; or
 * open, so that more trials may tell.
 */
export type Standing = 'clear' | 'negligible' | 'same' | 'open'

/** @param lead a mean difference and its paired error */
export function standingOf({ value, error }: Estimate, { certain, negligible }: Limits): Standing {
  if (error === null) return 'open'
  const size = Math.abs(value)
  if (size === 0 && error === 0) return 'same'
  const small = negligible ?? 0
  if (size + certain * error < small) return 'negligible'
  return size - certain * error > small ? 'clear' : 'open'
}

/** Whether a lead is beyond its error at all, however small it may be. */
export function isBeyond({ value, error }: Estimate, { certain }: Limits): boolean {
  return error !== null && Math.abs(value) > certain * error
}

/**
 * Trials after which a lead that is open would stand, if it stays as it looks: n·(certain·error/d)²,
 * where d is how far it is from what is negligible.
 *
 * @returns at least 1; infinite where no number would do
 */
export function neededTrials(
  { value, error }: Estimate,
  trials: number,
  { certain, negligible }: Limits,
): { readonly trials: number; readonly shows: 'clear' | 'negligible' } {
  const size = Math.abs(value)
  const distance = Math.abs(size - (negligible ?? 0))
  const shows = size < (negligible ?? 0) ? 'negligible' : 'clear'
  if (error === null || !(distance > 0)) return { trials: Infinity, shows }
  return { trials: Math.ceil(trials * ((certain * error) / distance) ** 2), shows }
}

/** One rival of the strategy that is best on average, and how far it is behind. */
export interface Rival {
  readonly id: string
  readonly label: string
  /** The best less this one, paired: above 0 in the direction that is better. */
  readonly lead: Estimate
}

/** A rival, and where the lead over it stands. */
export interface Ranked extends Rival {
  readonly standing: Standing
  /** Whether the lead is beyond its error at all, however small it may be. */
  readonly isBehind: boolean
}

/** How the strategy with the best average stands against every other. */
export interface Choice {
  readonly top: { readonly id: string; readonly label: string }
  /** The second best on average first. */
  readonly rivals: readonly Ranked[]
  /** Worth about the same as the top: the difference is surely within what is negligible. */
  readonly equal: readonly Ranked[]
  /** Not surely behind the top by more than what is negligible, with these trials. */
  readonly open: readonly Ranked[]
  /** Best: no other is equal or open. */
  readonly kind: 'best' | 'equal' | 'open' | 'alone' | 'unranked'
  /** Sizes below it do not matter, in USD bn; null where nothing was said. */
  readonly negligible: number | null
}

/**
 * Whether one strategy is best, against every other.
 *
 * @param better an outcome without a better side has no best
 * @param rivals the second best on average first
 */
export function choiceOf(
  top: Choice['top'],
  better: NumberOutcome['better'],
  rivals: readonly Rival[],
  limits: Limits,
): Choice {
  const { negligible } = limits
  const ranked = rivals.map((one) => ({
    ...one,
    standing: standingOf(one.lead, limits),
    isBehind: isBeyond(one.lead, limits),
  }))
  const open = ranked.filter(({ standing }) => standing === 'open')
  const equal = ranked.filter(({ standing }) => standing === 'negligible' || standing === 'same')
  const kind = () => {
    if (better === 'neutral') return 'unranked'
    if (ranked.length === 0) return 'alone'
    if (open.length > 0) return 'open'
    return equal.length > 0 ? 'equal' : 'best'
  }
  return { top, rivals: ranked, equal, open, kind: kind(), negligible }
}

/** What a strategy's average is marked with; behind is marked with nothing. */
export type Mark = 'best' | 'equal' | 'open'

/** Signs of the marks, and what they say to a reader who cannot see them. */
export const marks = {
  best: { sign: '★', words: 'best' },
  equal: { sign: '=', words: 'about the same as the best' },
  open: {
    sign: '~',
    words: 'not surely behind the best by an amount that matters, with these trials',
  },
} as const satisfies Record<Mark, { readonly sign: string; readonly words: string }>

export function markOf(choice: Choice, strategy: string): Mark | null {
  const { top, equal, open, kind } = choice
  if (kind === 'unranked' || kind === 'alone') return null
  if (strategy === top.id) return kind
  if (open.some(({ id }) => id === strategy)) return 'open'
  return equal.some(({ id }) => id === strategy) ? 'equal' : null
}
