import { count, tiny } from '../words/index.ts'
import type { CheckReport } from '../workers/results.ts'
import { amount, type Cell, type Finding } from './finding.ts'

/**
 * What the checks of a run found: laws of the model, tested in every future.
 *
 * @param run what the checks were made on, in the middle of a sentence
 */
export function checksFinding(
  checks: readonly CheckReport[],
  run: string,
): Finding<readonly CheckReport[]> {
  const held = checks.filter(({ failures }) => failures === 0).length
  return {
    id: 'checks',
    title: `${held} of ${checks.length} laws held in every future of ${run}.`,
    measure: 'How far a law was missed at worst, and how far it may be.',
    caption: 'Futures are counted once for every strategy they were tested in.',
    table: () => ({
      columns: ['Law', 'Futures tested', 'Worst miss', 'Allowed', 'Held'],
      rows: checks.map(cellsOf),
    }),
    marks: checks,
  }
}

function cellsOf(check: CheckReport): Cell[] {
  const { label, trials, worst, tolerance } = check
  return [
    label,
    amount(count(trials), trials),
    amount(tiny(worst), worst),
    amount(tiny(tolerance), tolerance),
    verdictOf(check),
  ]
}

function verdictOf({ failures, firstFailing }: CheckReport): string {
  if (failures === 0) return 'yes'
  const first = firstFailing
    ? `, first in future ${count(firstFailing.trial)} of ${firstFailing.strategy} in ${firstFailing.scenario}`
    : ''
  return `failed ${count(failures)} times${first}`
}
