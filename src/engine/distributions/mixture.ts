import { checkIn } from './check.ts'
import type { Family } from './family.ts'
import { blend, branchCurves, mixturePieces } from './mixture-pieces.ts'
import { type SimpleDistribution, simpleFamilies, simpleFamilyOf } from './simple.ts'

/** One way it may turn out. */
export interface Branch {
  readonly label: string
  /** Against the others' weights. */
  readonly weight: number
  readonly distribution: SimpleDistribution
}

export interface Mixture {
  readonly kind: 'mixture'
  readonly branches: readonly Branch[]
}

/** Each observed value is a kink of the whole. */
const MOST_OBSERVED = 300

export const mixture: Family<Mixture> = {
  kind: 'mixture',
  label: 'Either, or',
  description: 'One of several stories comes true, each with a range of its own.',
  parameters: [
    {
      id: 'branches',
      label: 'Branches',
      description: 'What may happen, how likely against the rest, and what it means.',
      type: 'branches',
      least: 1,
      most: 12,
    },
  ],
  discrete: false,
  check({ branches }) {
    const breaks = branches.flatMap(({ distribution: d }) =>
      d.kind === 'empirical' ? d.values : [],
    )
    if (breaks.length > MOST_OBSERVED) {
      throw new Error(
        `mixture needs at most ${MOST_OBSERVED} observed values in all its branches, ` +
          `got ${breaks.length}`,
      )
    }
    branches.forEach(({ label, distribution }, i) => {
      try {
        checkIn(simpleFamilies, distribution)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        const name = label === '' ? '' : ` (${label})`
        throw new Error(`mixture needs branches[${i}]${name} to make sense: ${reason}`)
      }
    })
  },
  quantile(d) {
    const curves = branchCurves(d.branches)
    return (p) => blend(curves, p)
  },
  density(d, x) {
    // Where a branch has probability of its own there is no density; the rest is shown.
    return averaged(d, (one) => {
      const family = simpleFamilyOf(one)
      return family.discrete ? 0 : family.density(one, x)
    })
  },
  cumulative: (d, x) => averaged(d, (one) => simpleFamilyOf(one).cumulative(one, x)),
  mean: (d) => averaged(d, (one) => simpleFamilyOf(one).mean(one)),
  standardDeviation(d) {
    const mean = mixture.mean(d)
    const variance = averaged(d, (one) => {
      const family = simpleFamilyOf(one)
      const [own, off] = [family.standardDeviation(one), family.mean(one) - mean]
      return own * own + off * off
    })
    return Math.sqrt(variance)
  },
  support({ branches }) {
    const ends = branches.map(({ distribution: d }) => simpleFamilyOf(d).support(d))
    return [Math.min(...ends.map(([low]) => low)), Math.max(...ends.map(([, high]) => high))]
  },
  scoring: (d) => ({ kind: 'pieces', pieces: mixturePieces(branchCurves(d.branches)) }),
}

function averaged({ branches }: Mixture, of: (d: SimpleDistribution) => number): number {
  const total = branches.reduce((sum, { weight }) => sum + weight, 0)
  return branches.reduce((sum, one) => sum + (one.weight / total) * of(one.distribution), 0)
}
