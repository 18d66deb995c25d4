import { sizeWithError, value, valueWithError } from '../words/index.ts'
import { isBeyond, standingOf } from './best.ts'
import type { FrontierFacts } from './frontier.ts'
import { hasFigures, lapseWords, winnerOf } from './frontier-winner.ts'

/**
 * Whether better terms were found, by what they are worth on futures they were not found by. It speaks of
 * the best that the search itself found: to name the best by the fresh futures would be to choose by them.
 */
export function frontierTitle(facts: FrontierFacts): string {
  const { found, limits, rival, rule, asked } = facts
  const { unit, better } = asked.outcome
  const hasLimits = limits.cash !== null || limits.misses !== null
  if (found.points.length === 0) {
    return hasLimits
      ? 'No terms looked at keep within these limits'
      : 'No terms looked at have figures'
  }
  const best = winnerOf(facts)
  if (!best?.found.mean) return 'No terms looked at have figures'
  const foundAt = `found ${value(best.found.mean.value, unit, best.found.mean.error)}`
  if (!best.confirmed.mean || !hasFigures(best)) {
    return `The best terms found cannot be judged on fresh futures, since ${lapseWords(best)}: ${foundAt}`
  }
  const held = `${foundAt}, holds ${valueWithError(best.confirmed.mean.value, best.confirmed.mean.error, unit)} on new futures`
  if (!best.isWithin) {
    const isAll = found.points.every(({ isWithin }) => !isWithin)
    return isAll
      ? `What was found within these limits does not keep within them on fresh futures: ${held}`
      : `The best terms found do not keep within the limits on fresh futures: ${held}`
  }
  const { lead } = best
  if (!rival || !lead) return `The best average found: ${held}`
  const isAhead = better === 'lower' ? lead.value < 0 : lead.value > 0
  const size = sizeWithError(lead.value, lead.error, unit)
  const standing = standingOf(lead, rule)
  if (standing === 'same' || standing === 'negligible') {
    return `No terms were found that are worth more than about the same as those of “${rival.label}”: ${held}`
  }
  if (standing === 'clear') {
    return isAhead
      ? `Better terms than those of “${rival.label}” were found, by ${size} on average: ${held}`
      : `“${rival.label}” is better than the best terms found${hasLimits ? ' within these limits' : ''}, by ${size} on average: ${held}`
  }
  if (isBeyond(lead, rule)) {
    const [ahead, behind] = isAhead
      ? ['The best terms found', `“${rival.label}”`]
      : [`“${rival.label}”`, 'the best terms found']
    return `${ahead} ${isAhead ? 'are' : 'is'} ahead of ${behind} by ${size} on average, which may be no more than what is negligible: ${held}`
  }
  return `The best terms found and those of “${rival.label}” are not told apart: ${held}`
}
