import type { Driver } from '../analyses/drivers.ts'
import { assumptions } from '../study/model.ts'

/** Of what an outcome goes with, the beliefs: luck is nobody's. */
export function beliefsAmong(drivers: readonly Driver[]): Driver[] {
  return drivers.filter(({ id }) => assumptions.some((one) => one.id === id && one.role !== 'luck'))
}

/** What beliefs at hand are, for who does not know. */
export const AT_HAND_HELP =
  'The beliefs this outcome goes with most closely, strongest first, each with its share of all squared rank correlations; those that chance alone may have brought are left out. Moving one moves it as a whole: how sure it is stays the same.'

/** What is said where no belief is at hand. */
export function noDriversWords(isFound: boolean): string {
  return isFound
    ? 'No belief stands out from chance: either none moves this figure, or it takes more trials to tell which.'
    : 'Which beliefs matter most is being worked out …'
}
