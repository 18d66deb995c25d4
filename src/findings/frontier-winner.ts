import { count, valueWithError } from '../words/index.ts'
import type { FrontierPoint } from '../workers/frontier-run.ts'
import type { FrontierFacts } from './frontier.ts'

type Facts = Pick<FrontierFacts, 'found' | 'asked'>

/** The point with the best average where it was found: the search's own choice. */
export function winnerOf({ found, asked }: Facts): FrontierPoint | null {
  const sign = asked.outcome.better === 'lower' ? -1 : 1
  const worth = ({ found: { mean } }: FrontierPoint) => (mean ? sign * mean.value : -Infinity)
  return found.points.reduce<FrontierPoint | null>(
    (best, one) => (best && worth(best) >= worth(one) ? best : one),
    null,
  )
}

/** Why a point has no figures on the fresh futures. */
export function lapseWords({ confirmed }: FrontierPoint): string {
  return confirmed.closes.value === 0 ? 'no deal closed there' : 'no future counts there'
}

/** Whether a point has every figure that it is judged by on the fresh futures. */
export function hasFigures({ confirmed }: FrontierPoint): boolean {
  const { mean, misses, worstTenth, alongside } = confirmed
  return Boolean(mean && misses && worstTenth && alongside)
}

/** Another point that holds more on the fresh futures than the winner does, said to be chosen by them; null for none. */
export function mostHeldWords(facts: Facts): string | null {
  const { found, asked } = facts
  // By the fresh futures the best is first.
  const at = found.points.findIndex(({ isWithin }) => isWithin)
  const most = found.points[at]?.confirmed.mean
  const winner = winnerOf(facts)
  if (!most || !winner || winner === found.points[at]) return null
  if (winner.isWithin && winner.confirmed.mean?.value === most.value) return null
  const held = valueWithError(most.value, most.error, asked.outcome.unit)
  return `Of all points${amongWords(found.points)}, Found ${count(at + 1)} holds most there, ${held}, which the fresh futures chose.`
}

function amongWords(points: readonly FrontierPoint[]): string {
  const lost = points.filter(({ isWithin }) => !isWithin)
  if (lost.length === 0) return ''
  return lost.some(hasFigures) ? ' that keep within the limits there' : ' that have figures there'
}
