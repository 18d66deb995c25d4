import type { CellFigures, CellMeasure } from '../analyses/cells.ts'
import type { NumberOutcome } from '../engine/model.ts'
import { measureWords } from './matrix-facts.ts'

/** In the order of the switch. */
const all = Object.keys(measureWords) as readonly CellMeasure[]

/** Whether targets, which are of money that is to be earned, say anything of an outcome. */
export function hasTargets({ unit, better }: NumberOutcome): boolean {
  return unit === 'USD bn' && better === 'higher'
}

/**
 * The measures that mean something of an outcome: what has no better side has no loss, no worst and no
 * regret, and what is never on the one side of 0 has no loss to be had.
 *
 * @param cells what is known of it; null where nothing is yet
 */
export function measuresFor(
  outcome: NumberOutcome,
  cells: readonly (readonly CellFigures[])[] | null,
): readonly CellMeasure[] {
  if (outcome.better === 'neutral') return ['mean']
  const isLost = ({ loss }: CellFigures) => loss.value > 0 && loss.value < 1
  const hasLosses = hasTargets(outcome) || !cells || cells.flat().some(isLost)
  return hasLosses ? all : all.filter((one) => one !== 'loss')
}
