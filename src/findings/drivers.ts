import type { Driver } from '../analyses/drivers.ts'
import { assumptions, labelOf } from '../study/model.ts'
import { correlation, percent } from '../words/index.ts'
import { amount, type Finding } from './finding.ts'

/** Of what an outcome goes with, the beliefs: luck is nobody's. */
export function beliefsAmong(drivers: readonly Driver[]): Driver[] {
  return drivers.filter(({ id }) => assumptions.some((one) => one.id === id && one.role !== 'luck'))
}

/**
 * The beliefs an outcome goes with.
 *
 * @param drivers strongest first; null until they are known
 */
export function driversFinding(
  strategy: string,
  drivers: readonly Driver[] | null,
): Finding<readonly Driver[]> {
  const beliefs = beliefsAmong(drivers ?? [])
  return {
    id: 'drivers',
    title: 'Beliefs at hand',
    measure: `that matter most for ${strategy}`,
    caption:
      'The beliefs this outcome goes with most closely, strongest first, each with its share of all squared rank correlations; those that chance alone may have brought are left out. Moving one moves it as a whole: how sure it is stays the same.',
    table: () => ({
      columns: ['Belief', 'Rank correlation', 'Share of squares'],
      rows: beliefs.map((one) => [
        labelOf(one.id),
        amount(correlation(one.correlation, 2), one.correlation),
        amount(percent(one.share), one.share),
      ]),
    }),
    marks: beliefs,
  }
}

/** What is said where no belief is at hand. */
export function noDriversWords(isFound: boolean): string {
  return isFound
    ? 'No belief stands out from chance: either none moves this figure, or it takes more trials to tell which.'
    : 'Which beliefs matter most is being worked out …'
}
