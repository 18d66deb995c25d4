import type { PairSide } from '../analyses/pair-sides.ts'
import type { Shape } from '../engine/statistics/shape.ts'
import { quantileOf } from '../engine/statistics/quantile.ts'
import { value, valueWithError } from '../words/index.ts'
import { amount, type Finding } from './finding.ts'
import { countedWords, type PairFacts } from './pair.ts'

/** One of two cases as it is drawn. */
export interface SideMark {
  readonly label: string
  /** Its average in words. */
  readonly mean: string
  readonly shape: Shape
}

/** Two cases each on its own, over the futures that their difference counts. */
export function pairSidesFinding(
  { a, b, outcome, where, across }: Omit<PairFacts, 'answer'>,
  sides: readonly PairSide[],
): Finding<readonly SideMark[]> {
  const { unit, label } = outcome
  const means = sides.map(({ mean }) => valueWithError(mean.value, mean.error, unit))
  const [one, other] = [a, b].map((each, at) => `${each.label} ${means[at]}`)
  return {
    id: `sides-${a.id}-${b.id}`,
    title: `On average ${one}, ${other}`,
    measure: `${label} of each, on one axis.`,
    caption: `Counted: ${countedWords({ outcome, where, across })}. Each dot is one fiftieth of futures, counted in each from the lowest: dots above each other are not the same future. ± is the error of each average alone; that of their difference is above.`,
    table: () => ({
      columns: ['Case', 'Mean', '10% below', '50% below', '90% below'],
      rows: sides.map(({ shape, mean }, at) => [
        [a, b][at].label,
        amount(means[at], mean.value),
        ...[0.1, 0.5, 0.9].map((p) => {
          const x = quantileOf(shape.sorted, p)
          return amount(value(x, unit), x)
        }),
      ]),
    }),
    marks: sides.map(({ shape }, at) => ({
      label: [a, b][at].label,
      mean: means[at],
      shape,
    })),
  }
}
