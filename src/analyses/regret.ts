/** Which side of an outcome is better. */
export type Better = 'higher' | 'lower' | 'neutral'

/**
 * What the best of some choices would have been worth more, choice by choice and future by future;
 * nothing of an outcome without a better side.
 *
 * @param choices by trial, on the same trials
 */
export function regrets(choices: readonly Float64Array[], better: Better): Float64Array[] {
  if (better === 'neutral') return []
  const sign = better === 'lower' ? -1 : 1
  const best = bestOf(choices, sign)
  return choices.map((values) => values.map((value, trial) => best[trial] - sign * value))
}

/** Which of some choices is best in each future: 1, or where several are equal their part of it. */
export function bestShares(choices: readonly Float64Array[], better: Better): Float64Array[] {
  if (better === 'neutral') return []
  const sign = better === 'lower' ? -1 : 1
  const best = bestOf(choices, sign)
  const equal = new Float64Array(best.length)
  for (const values of choices) {
    for (let trial = 0; trial < best.length; trial++) {
      if (sign * values[trial] === best[trial]) equal[trial]++
    }
  }
  return choices.map((values) =>
    values.map((value, trial) => (sign * value === best[trial] ? 1 / equal[trial] : 0)),
  )
}

function bestOf(choices: readonly Float64Array[], sign: 1 | -1): Float64Array {
  const best = new Float64Array(choices[0]?.length ?? 0).fill(-Infinity)
  for (const values of choices) {
    for (let trial = 0; trial < best.length; trial++) {
      best[trial] = Math.max(best[trial], sign * values[trial])
    }
  }
  return best
}
