import type { CellMeasure } from '../analyses/cells.ts'
import type { MatrixTold, PackedSpread } from '../dossier/handout-data.ts'
import type { BarsChart } from '../dossier/plain-chart.ts'
import type { CellMark, MatrixRow } from '../findings/matrix.ts'
import { type MatrixFacts, measureWords, unitOf } from '../findings/matrix-facts.ts'
import type { Spread } from '../findings/spread.ts'
import { shareTexts } from '../words/index.ts'

/** The whole of each matrix again. */
export function unpackedSpread({ strategies, values, matrices }: PackedSpread): Spread {
  return { strategies, values, matrices: matrices.map((half) => half && wholeOf(half)) }
}

function wholeOf(half: readonly number[]): Float64Array {
  const size = Math.round((Math.sqrt(8 * half.length + 1) - 1) / 2)
  const whole = new Float64Array(size * size)
  let at = 0
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      whole[row * size + column] = whole[column * size + row] = half[at++]
    }
  }
  return whole
}

/** Parts of 1 from weights of any size; all alike where none weighs anything. */
export function sharesFrom(weights: readonly number[]): number[] {
  const sum = weights.reduce((all, one) => all + one, 0)
  return weights.map((one) => (sum > 0 ? one / sum : 1 / weights.length))
}

/** What the matrix is made from, in one measure and with weights of the reader's own. */
export function factsFrom(
  { facts, found, spreads }: MatrixTold,
  measure: CellMeasure,
  weights: readonly number[] | null,
): MatrixFacts {
  const shares = weights && sharesFrom(weights)
  const texts = shares && shareTexts(shares)
  const unpacked = Object.entries(spreads).map(([id, one]) => [id, unpackedSpread(one)] as const)
  return {
    ...facts,
    measure,
    areWeighed: facts.areWeighed || shares !== null,
    scenarios: facts.scenarios.map((one, at) => ({
      ...one,
      // There is room for whole names.
      short: one.label,
      ...(shares && texts ? { share: shares[at], shareText: texts[at] } : {}),
    })),
    found: { ...found, spreads: Object.fromEntries(unpacked) },
  }
}

/** Some rows of the matrix as bars, scenario by scenario, and weighted where there are several. */
export function barsOf(
  facts: MatrixFacts,
  rows: readonly MatrixRow[],
  ids: readonly string[],
): BarsChart {
  const isMore = facts.scenarios.length > 1
  const shown = ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  const marks = shown.map(({ cells, weighted }) => (isMore ? [...cells, weighted] : cells))
  return {
    kind: 'bars',
    axis: `${facts.outcome.label}, ${measureWords[facts.measure].label.toLowerCase()}`,
    unit: unitOf(facts),
    categories: [...facts.scenarios.map(({ label }) => label), ...(isMore ? ['Weighted'] : [])],
    series: shown.map(({ label }, at) => ({
      label,
      bars: marks[at].map(figureOf),
      errors: marks[at].map((mark) => mark?.estimate.error ?? null),
    })),
  }
}

function figureOf(mark: CellMark | null) {
  return mark && { value: mark.estimate.value, text: mark.text }
}
