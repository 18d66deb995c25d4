import { market } from '../../../models/index.ts'
import type { CellFigures, CellMeasure } from '../../../src/analyses/cells.ts'
import type { NumberOutcome } from '../../../src/engine/model.ts'
import type { MatrixFacts } from '../../../src/findings/matrix-facts.ts'
import { shareTexts } from '../../../src/words/index.ts'
import { type Spread, spreadOf } from '../../../src/findings/spread.ts'

const outcomeOf = (id: string) => {
  const found = market.outcomes.find((one) => one.id === id)
  if (found?.kind !== 'number') throw new Error(`no number ${id}`)
  return found as NumberOutcome
}

interface Made {
  /** Averages: a row a strategy, a column a scenario. */
  readonly means: readonly (readonly number[])[]
  readonly regrets?: readonly (readonly number[])[]
  readonly losses?: readonly (readonly number[])[]
  readonly shares?: readonly number[]
  /** Of every cell, errors that share nothing. */
  readonly error?: number
  readonly outcome?: string
  readonly changes?: Partial<MatrixFacts>
  /** Places of strategies that can no longer be chosen. */
  readonly past?: readonly number[]
}

export const letters = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta']

/** Facts of a matrix with figures that were made up. */
export function made({
  means,
  regrets = means.map((row) =>
    row.map((one, s) => Math.max(...means.map((all) => all[s])) - one + 1),
  ),
  losses = means.map((row) => row.map((one) => (one < 0 ? 0.6 : 0.4))),
  shares,
  error = 0.05,
  outcome = 'npv',
  changes = {},
  past = [],
}: Made): MatrixFacts {
  const columns = means[0].map((_, s) => s)
  const by = (rows: readonly (readonly number[])[]) =>
    columns.flatMap((s) => rows.map((row) => row[s]))
  const spread = (rows: readonly (readonly number[])[]): Spread => {
    const values = by(rows)
    const matrix = new Float64Array(values.length ** 2)
    values.forEach((_, at) => (matrix[at * values.length + at] = error ** 2))
    return spreadOf(means.length, [{ values, matrix }])
  }
  const estimate = (value: number) => ({ value, error })
  const cells = columns.map((s) =>
    means.map((row, k): CellFigures => ({
      count: 1000,
      isEmpty: false,
      mean: estimate(row[s]),
      loss: { value: losses[k][s], error: 0.01 },
      worstTenth: estimate(row[s] - 5),
      shortfall: estimate(row[s] - 9),
      regret: estimate(regrets[k][s]),
      best: estimate(0.5),
    })),
  )
  const weights = shares ?? columns.map(() => 1 / columns.length)
  const texts = shareTexts(weights)
  const spreads: Partial<Record<CellMeasure, Spread>> = {
    mean: spread(means),
    regret: spread(regrets),
    loss: spread(losses),
  }
  return {
    outcome: outcomeOf(outcome),
    measure: 'mean',
    scenarios: columns.map((s) => ({
      id: `w${s}`,
      label: `World ${s + 1}`,
      share: weights[s],
      shareText: texts[s],
    })),
    found: {
      strategies: means.map((_, k) => ({
        id: letters[k].toLowerCase(),
        label: letters[k],
        isChoice: !past.includes(k),
      })),
      scenarios: columns.map((s) => `w${s}`),
      cells,
      spreads,
    },
    areWeighed: shares !== undefined,
    targets: { mean: 0, below0: 0.5 },
    limits: { certain: 3, negligible: 0.5 },
    counted: { means: 'all futures', risks: 'all futures' },
    ...changes,
  }
}
