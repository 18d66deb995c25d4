import type { Distribution } from '../src/engine/distributions/index.ts'
import { type AssumptionId, assumptions } from './assumptions/index.ts'

/** Parts of one whole: their medians may not exceed it, or what is left for the rest is negative. */
const wholes: readonly {
  readonly what: string
  readonly parts: readonly AssumptionId[]
  /** Whether something must be left. */
  readonly strictly: boolean
}[] = [
  {
    what: 'shares at the start',
    parts: ['awsShare0', 'azureShare0', 'googleShare0', 'specialistShare0'],
    strictly: false,
  },
  {
    what: 'shares of AI training and inference',
    parts: ['awsAiShare0', 'azureAiShare0', 'googleAiShare0'],
    strictly: false,
  },
  {
    what: 'shares of model services',
    parts: ['awsModelShare0', 'azureModelShare0', 'googleModelShare0', 'specialistModelShare0'],
    strictly: false,
  },
  {
    what: 'labs’ shares of frontier-model demand',
    parts: ['openaiLabShare0', 'anthropicLabShare0', 'googleLabShare0'],
    strictly: false,
  },
  {
    what: 'training and model services as parts of AI spend',
    parts: ['trainingShareOfAi0', 'modelServicesShareOfAi0'],
    strictly: true,
  },
]

/** A value with its unit, as people read it. */
type Said = (x: number, unit: string) => string

/** Room for the rounding of medians. */
const TOLERANCE = 1e-9

/**
 * What is wrong with a full set of beliefs beyond what each family of distributions checks, in
 * sentences that name the rule and the value; empty when it can be run.
 *
 * @param distributions one per assumption
 * @param median of a distribution: its quantile at 0.5
 * @param said a value with its unit, as people read it
 */
export function checkBeliefs(
  distributions: Readonly<Record<string, Distribution>>,
  median: (distribution: Distribution) => number,
  said: Said = (x, unit) => `${show(x)} ${unit}`,
): string[] {
  const unknown = Object.keys(distributions)
    .filter((id) => !assumptions.some((one) => one.id === id))
    .map((id) => `no assumption is called ${id}`)
  const missing = assumptions
    .filter(({ id }) => !Object.hasOwn(distributions, id))
    .map(({ id }) => `assumption ${id} has no distribution`)
  if (missing.length > 0) return [...unknown, ...missing]
  const medians = Object.fromEntries(
    assumptions.map(({ id }) => [id, median(distributions[id])]),
  ) as Record<AssumptionId, number>
  return [...unknown, ...checkEach(distributions, medians, said), ...checkWholes(medians)]
}

function checkEach(
  distributions: Readonly<Record<string, Distribution>>,
  medians: Readonly<Record<AssumptionId, number>>,
  said: Said,
): string[] {
  return assumptions.flatMap(({ id, label, domain, role, unit }) => {
    const [lowest, highest] = domain
    const median = medians[id]
    if (!(median >= lowest && median <= highest)) {
      const ends = [said(lowest, unit), said(highest, unit)]
      const text = said(median, unit)
      const got = ends.includes(text) ? show(median) : text
      return [`the median of “${label}” (${id}) lies between ${ends.join(' and ')}, got ${got}`]
    }
    if (role === 'event' && !decidesAnEvent(distributions[id])) {
      return [
        `“${label}” (${id}) happens or not: a chance of it, or a constant 0 or 1, is expected`,
      ]
    }
    return []
  })
}

function decidesAnEvent(distribution: Distribution): boolean {
  if (distribution.kind === 'bernoulli') return true
  return distribution.kind === 'constant' && (distribution.value === 0 || distribution.value === 1)
}

function checkWholes(medians: Readonly<Record<AssumptionId, number>>): string[] {
  return wholes.flatMap(({ what, parts, strictly }) => {
    const sum = parts.reduce((total, id) => total + medians[id], 0)
    if (strictly ? sum < 1 - TOLERANCE : sum <= 1 + TOLERANCE) return []
    const rule = strictly ? 'sum to less than 1' : 'sum to at most 1'
    return [`the medians of ${parts.join(', ')} (${what}) ${rule}, got ${show(sum)}`]
  })
}

function show(value: number): string {
  return String(Number(value.toPrecision(6)))
}
