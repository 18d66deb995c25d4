import { pow } from '../math.ts'
import { type Classes, classesOf } from './classes.ts'
import { type Counted, type Estimate, estimateOf, foldsOf } from './counted.ts'

/** How often counts are evened out with those beside them before the set is chosen. */
const BLURS = 2

/** Classes of the belief and of the outcome. */
export function deltaClassesFor(count: number): number {
  return Math.max(2, Math.min(40, Math.round(2 * pow(count, 1 / 3))))
}

/**
 * Borgonovo’s δ (2007) from the futures at hand: by how much, on average over what the belief may be,
 * knowing it moves the outcome’s whole distribution; half the area between the two densities, 0 to 1.
 * That is the most by which it changes the chance of any set of outcomes. The set is chosen, cell by
 * cell, from other futures than those its change is measured on, each part of the futures in turn, so
 * that chance alone makes it as often too small as too large where there is no influence. Counts are
 * evened out with those beside them first, which lets fewer cells be taken by chance. Two futures of
 * different parts tell the same of each other twice, once as choosing and once as measured: the error
 * is √2 of one that takes them for independent.
 *
 * @param cells the outcome’s classes
 * @param order futures, lowest value of the belief first
 */
export function deltaOf(
  counted: Counted,
  cells: Classes,
  values: Float64Array,
  order: Int32Array,
): Estimate {
  const classes = classesOf(values, order, deltaClassesFor(values.length))
  const [rows, columns] = [classes.sizes.length, cells.sizes.length]
  const { of: fold, count: folds } = foldsOf(counted)
  const counts = Array.from({ length: folds }, () => new Float64Array(rows * columns))
  const all = new Float64Array(rows * columns)
  for (let i = 0; i < values.length; i++) {
    const cell = classes.of[i] * columns + cells.of[i]
    counts[fold[i]][cell]++
    all[cell]++
  }
  const signs = counts.map((own) =>
    centred(
      signsOf(
        all.map((n, cell) => n - own[cell]),
        classes,
        cells,
      ),
      classes,
    ),
  )
  const parts = new Float64Array(values.length)
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const part = signs[fold[i]][classes.of[i] * columns + cells.of[i]]
    parts[i] = Math.SQRT2 * part
    sum += part
  }
  return estimateOf(counted, sum / values.length, parts)
}

/** Whether cells, with those beside them, hold more than their share, by half a sign each. */
function signsOf(counts: Float64Array, beliefs: Classes, outcomes: Classes): Float64Array {
  const columns = outcomes.sizes.length
  const inRow = new Float64Array(beliefs.sizes.length)
  const inColumn = new Float64Array(columns)
  let total = 0
  counts.forEach((n, cell) => {
    inRow[Math.floor(cell / columns)] += n
    inColumn[cell % columns] += n
    total += n
  })
  // Where no other part of the futures counts there is nothing to choose by.
  const all = total || 1
  let beyond: Float64Array = counts.map(
    (n, cell) => n - (inRow[Math.floor(cell / columns)] * inColumn[cell % columns]) / all,
  )
  for (let pass = 0; pass < BLURS; pass++) {
    beyond = blurred(beyond, beliefs, columns, (cell) => Math.floor(cell / columns))
    beyond = blurred(beyond, outcomes, 1, (cell) => cell % columns)
  }
  return beyond.map((one) => Math.sign(one) / 2)
}

/** Cells with half of those in the classes before and after, where something lies beside them. */
function blurred(
  cells: Float64Array,
  { shared }: Classes,
  step: number,
  classOf: (cell: number) => number,
): Float64Array {
  const isOpen = shared.map((one) => !one)
  return cells.map((own, cell) => {
    const at = classOf(cell)
    if (shared[at]) return own
    const before = isOpen[at - 1] ? cells[cell - step] : 0
    const after = isOpen[at + 1] ? cells[cell + step] : 0
    return own + (before + after) / 2
  })
}

/** Less the mean over the belief’s classes: what the outcome alone, without the belief, would give. */
function centred(signs: Float64Array, { sizes }: Classes): Float64Array {
  const columns = signs.length / sizes.length
  const count = sizes.reduce((sum, size) => sum + size, 0)
  const means = new Float64Array(columns)
  signs.forEach((sign, cell) => {
    means[cell % columns] += (sign * sizes[Math.floor(cell / columns)]) / count
  })
  return signs.map((sign, cell) => sign - means[cell % columns])
}
