import {
  cumulative,
  type Distribution,
  quantile,
  support,
} from '../../engine/distributions/index.ts'
import type { Box, Limit } from '../../engine/sensitivity/prim-box.ts'
import type { Study } from '../index.ts'
import { beliefOf } from './beliefs.ts'
import { resolvedScenarios } from './resolved.ts'
import { withScenario } from './scenario.ts'
import { withScenarioCopy, withScenarioWords } from './scenarios.ts'
import { areWeighed } from './shares.ts'

/** Points of a belief that is cut: more than its picture can tell apart. */
const POINTS = 100
/** Of a belief without ends, the outermost part that a cut one leaves out. */
const TAIL = 0.0005

/**
 * A copy of a scenario in which a rule holds: each belief that it limits is what it was within the
 * limits, an event happens or does not. Other beliefs stay as they are, and what moves together does.
 */
export function withRuleScenario(
  study: Study,
  from: string,
  { id, label, story, box }: RuleScenario,
): Study {
  const copy = withScenarioCopy(study, from, id)
  if (copy === study) return study
  const changed = Object.fromEntries(
    box.map((limit) => [limit.id, within(beliefOf(study, from, limit.id), limit)]),
  )
  const made = withScenario(withScenarioWords(copy, id, { label, story }), id, (entry) => ({
    ...entry,
    overrides: { ...entry.overrides, ...changed },
  }))
  // A world that was made to suit a strategy counts for nothing among the others until somebody weighs it.
  const others = resolvedScenarios(study).map((one) => one.id)
  return areWeighed(study, others)
    ? made
    : { ...made, scenarioWeights: Object.fromEntries(others.map((one) => [one, 1])) }
}

export interface RuleScenario {
  /** Which neither the study nor the model has. */
  readonly id: string
  readonly label: string
  readonly story: string
  readonly box: Box
}

/** A belief given that it lies within a limit. */
export function within(d: Distribution, limit: Limit): Distribution {
  const [least, most] = support(d)
  const low = Math.max(limit.low ?? least, least)
  const high = Math.min(limit.high ?? most, most)
  if (low <= least && high >= most) return d
  if (d.kind === 'bernoulli') return { ...d, probability: limit.low === null ? 0 : 1 }
  if (d.kind === 'discrete') return someOf(d, low, high)
  const hasEnds = d.kind === 'uniform' || d.kind === 'truncatedNormal'
  if (!hasEnds) return cut(d, low, high)
  return low < high ? { ...d, min: low, max: high } : constant(low)
}

function constant(value: number): Distribution {
  return { kind: 'constant', value }
}

function someOf(
  { values, probabilities }: Extract<Distribution, { kind: 'discrete' }>,
  low: number,
  high: number,
): Distribution {
  const left = values.flatMap((value, at) => (value >= low && value <= high ? [at] : []))
  if (left.length === 0) return constant(low)
  if (left.length === 1) return constant(values[left[0]])
  const total = left.reduce((sum, at) => sum + probabilities[at], 0)
  return {
    kind: 'discrete',
    values: left.map((at) => values[at]),
    probabilities: left.map((at) => probabilities[at] / total),
  }
}

/** As many points of what is left, equally likely between each other. */
function cut(d: Distribution, low: number, high: number): Distribution {
  const from = Math.max(cumulative(d, low), Number.isFinite(low) ? 0 : TAIL)
  const to = Math.min(cumulative(d, high), Number.isFinite(high) ? 1 : 1 - TAIL)
  if (!(from < to)) return constant(Number.isFinite(low) ? low : high)
  const at = quantile(d)
  const values = Array.from({ length: POINTS + 1 }, (_, i) => {
    const value = at(from + ((to - from) * i) / POINTS)
    return Math.min(high, Math.max(low, value))
  })
  return values[0] < values[POINTS] ? { kind: 'empirical', values } : constant(values[0])
}
