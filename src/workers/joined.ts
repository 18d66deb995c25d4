import type { Asked } from './asked.ts'

/**
 * Results of the same futures in several scenarios as one, so that cases of different scenarios can
 * be set against each other.
 *
 * @throws where they do not stand on the same trials, or there are none
 */
export function joined(all: readonly Asked[]): Asked {
  const [first] = all
  if (!first) throw new Error('there are no results to join')
  const other = all.find(({ trials }) => trials !== first.trials)
  if (other) {
    throw new Error(`results of ${first.trials} and of ${other.trials} futures cannot be joined`)
  }
  const worlds = all.flatMap(({ plan }) => plan.worlds)
  const cases = all.flatMap(({ plan }) => plan.cases)
  return {
    plan: { ...first.plan, worlds, cases },
    trials: first.trials,
    cases: all.flatMap((one) => one.cases),
  }
}
