import { SERIES_TRIALS } from '../engine/blocks.ts'
import { count, counted } from '../words/index.ts'
import type { RunResults } from '../workers/results.ts'
import { whereWords } from './where.ts'

/** Which futures fans and differences of them stand on. */
export interface CountedFutures {
  /** How many: the first ones of a run, or those of them that count. */
  readonly trials: number
  /** Whether they are those alone that agree with what came. */
  readonly ofAgreeing: boolean
  /** Those made out by hand, after “futures where”; null or left out where all count. */
  readonly brushed?: string | null
}

/** Which futures a fan counts, in few words: which they are is said beside it. */
export function fanCounted({
  ofAgreeing,
  brushed = null,
}: Pick<CountedFutures, 'ofAgreeing' | 'brushed'>): string {
  if (brushed !== null) return 'futures that count'
  return ofAgreeing ? whereWords('observed').counted : 'futures'
}

/** On which futures fans stand. */
export function fanFutures(
  { trials, ofAgreeing, brushed = null }: CountedFutures,
  { plan, trials: all }: Pick<RunResults, 'plan' | 'trials'>,
): string {
  const asked = Math.min(all, SERIES_TRIALS)
  const first =
    asked < all ? `First ${count(asked)} of ${counted(all, 'future')}` : counted(all, 'future')
  const agree = ofAgreeing ? 'agree with what came' : ''
  const are = brushed === null ? '' : `are among those where ${brushed}`
  const met = [agree, are].filter(Boolean).join(' and ')
  const futures = met ? `${first}, of which ${count(trials)} ${met}` : first
  return `${futures}, seed ${plan.seed}.`
}
