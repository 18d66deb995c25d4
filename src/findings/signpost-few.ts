import { MOST_LOOKED } from '../analyses/sign-futures.ts'
import type { Signposts } from '../analyses/signpost-facts.ts'
import { count } from '../words/index.ts'

/** Fewer futures tell nothing; see `side-bins.ts` of the analyses. */
export const FEW = 1000

/** What can be done where too few futures count. */
export interface FewFutures {
  /** Futures of a run in which enough count; null where no run has as many. */
  readonly trials: number | null
  readonly words: string
}

/** What can be done where too few futures count; null where enough do. */
export function fewOf({
  counted: n,
  trials,
}: Pick<Signposts, 'counted' | 'trials'>): FewFutures | null {
  if (n >= FEW) return null
  const enough = enoughFutures(n, trials)
  if (enough !== null)
    return { trials: enough, words: `A run of ${count(enough)} futures has enough.` }
  const most = Math.round((MOST_LOOKED * n) / Math.max(1, trials))
  return {
    trials: null,
    words: `More futures would not help: the first ${count(MOST_LOOKED)} of a run are looked at, and about ${count(most)} of them would count.`,
  }
}

/** In whole thousands, and with some to spare where only a part of the futures counts. */
function enoughFutures(n: number, trials: number): number | null {
  if (n < 1) return null
  const wanted = n === trials ? FEW : (1.15 * FEW * trials) / n
  const whole = Math.ceil(wanted / 1000) * 1000
  return whole <= MOST_LOOKED ? whole : null
}
