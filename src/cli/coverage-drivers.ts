import type { DriverBar } from '../analyses/driver-bars.ts'
import { barOf, type GivenMethod, targetOf } from '../analyses/tornado-bars.ts'
import { barsOf } from '../analyses/tornado-methods.ts'
import { countedOf } from '../engine/sensitivity/counted.ts'
import { explainedShare } from '../engine/sensitivity/explained-share.ts'
import { valueParts } from '../engine/sensitivity/value-parts.ts'
import type { Coverage } from './coverage.ts'
import { ended, isMissed, normals } from './coverage-draws.ts'

const TRIALS = 2000
/** What each of two beliefs does, beside noise of 1. */
const [A, B] = [1.5, -0.8]
const VARIANCE = A * A + B * B + 1
/** The mean of a standard normal in its highest tenth. */
const TENTH = 1.7549833

/** What moves a straight line of normal beliefs, known exactly by each method. */
export const driverMisses: readonly Coverage[] = [
  missesOf('swing', 'Swing of a straight line of normals', 2 * TENTH * A),
  // Kruskal (1958): of two normals whose correlation is r, 6/π arcsin(r/2).
  missesOf(
    'spearman',
    'Rank correlation of a straight line of normals',
    (6 / Math.PI) * Math.asin(A / Math.sqrt(VARIANCE) / 2),
  ),
  missesOf('firstOrder', 'First-order index of a straight line of normals', (A * A) / VARIANCE),
  {
    id: 'drivers-regression',
    label: 'Coefficient of a regression on two normals',
    misses(seed) {
      const { target, columns } = sampleOf(`regression ${seed}`)
      const { bars } = ended(barsOf(target, columns, 'regression'))
      return isMissed(sizeOf(bars[1]), B / Math.sqrt(VARIANCE))
    },
  },
  {
    id: 'drivers-seen',
    label: 'Share of the variance that a series tells',
    misses(seed) {
      const { target, columns } = sampleOf(`seen ${seed}`)
      const [{ values }] = columns
      const found = explainedShare(values, target.outcome, valueParts(values, 10), 1)
      return !found || isMissed(found, (A * A) / VARIANCE)
    },
  },
]

function missesOf(
  method: Exclude<GivenMethod, 'regression' | 'delta'>,
  label: string,
  truth: number,
): Coverage {
  return {
    id: `drivers-${method}`,
    label,
    misses(seed) {
      const { target, columns } = sampleOf(`${method} ${seed}`)
      return isMissed(sizeOf(barOf('a', target, columns[0].values, method)), truth)
    },
  }
}

function sizeOf({ size, error }: DriverBar) {
  return { value: size, error }
}

function sampleOf(name: string) {
  const [a, b, noise] = ['a', 'b', 'noise'].map((one) => normals(`${name} ${one}`, TRIALS))
  const outcome = noise.map((rest, i) => A * a[i] + B * b[i] + rest)
  return {
    target: targetOf(countedOf(TRIALS, 1, undefined), outcome),
    columns: [
      { id: 'a', values: a },
      { id: 'b', values: b },
    ],
  }
}
