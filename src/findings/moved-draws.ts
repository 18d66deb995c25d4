import { labelOf } from '../study/model.ts'
import { count } from '../words/index.ts'
import type { Moved } from '../workers/results.ts'
import { amount, type Finding } from './finding.ts'

/**
 * Beliefs with draws outside what is possible.
 *
 * @param trials of the run
 */
export function movedDrawsFinding(
  moved: readonly Moved[],
  trials: number,
): Finding<readonly string[]> {
  return {
    id: 'moved-draws',
    title: `${count(moved.length)} beliefs had draws outside what is possible; they were moved to the bound`,
    measure: 'Futures in which a draw was moved, by belief.',
    caption: `Of ${count(trials)} futures.`,
    table: () => ({
      columns: ['Belief', 'Futures'],
      rows: moved.map((one) => [labelOf(one.id), amount(count(one.count), one.count)]),
    }),
    marks: moved.map(
      (one) => `${labelOf(one.id)}: ${count(one.count)} of ${count(trials)} futures`,
    ),
  }
}
