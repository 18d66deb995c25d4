import { type Distribution, quantile } from '../engine/distributions/index.ts'
import {
  alternatives,
  figure,
  money,
  percent,
  perTime,
  spreadUnit,
  unitText,
  value as shown,
} from '../words/index.ts'

/** A belief in a few words, e.g. "25% to 70%, likeliest 45%" or "2 to 5, likeliest 3 (years)". */
export function beliefWords(d: Distribution, unit: string): string {
  if (d.kind === 'constant') return shown(d.value, unit)
  const once = saidOnce(unit)
  const words = wordsOf(d, unit)
  return once === '' || d.kind === 'mixture' || d.kind === 'bernoulli'
    ? words
    : `${words} (${once})`
}

/** What is said once of all the numbers of a belief. */
function saidOnce(unit: string): string {
  return unit.startsWith('USD bn') ? perTime(unit).trim() : unitText(unit)
}

function wordsOf(d: Exclude<Distribution, { kind: 'constant' }>, unit: string): string {
  const say = (x: number) => (unit.startsWith('USD bn') ? money(x) : figure(x, unit))
  const width = (x: number) => (unit.startsWith('USD bn') ? money(x) : figure(x, spreadUnit(unit)))
  switch (d.kind) {
    case 'uniform':
      return `${say(d.min)} to ${say(d.max)}`
    case 'triangular':
    case 'pert':
      return `${say(d.min)} to ${say(d.max)}, likeliest ${say(d.mode)}`
    case 'normal':
      return `${say(d.mean)}, standard deviation ${width(d.standardDeviation)}`
    case 'truncatedNormal':
      return `${say(d.mean)}, standard deviation ${width(d.standardDeviation)}, between ${say(d.min)} and ${say(d.max)}`
    case 'discrete':
      return alternatives(
        d.values.map((value, i) => `${say(value)} (${shown(d.probabilities[i], 'fraction')})`),
      )
    case 'empirical':
      return `${d.values.length} observed values from ${say(Math.min(...d.values))} to ${say(Math.max(...d.values))}`
    case 'metalog':
      return percentileWords(d, say)
    case 'mixture': {
      const total = d.branches.reduce((sum, { weight }) => sum + weight, 0)
      return alternatives(
        d.branches.map(
          ({ label, weight }) => `${label || 'one way'} ${shown(weight / total, 'fraction')}`,
        ),
      )
    }
    case 'lognormal':
      return `median ${say(d.median)}, ${percent(d.logStandardDeviation)} about it`
    case 'beta':
      return `mean ${say(d.alpha / (d.alpha + d.beta))}`
    case 'bernoulli':
      return `${shown(d.probability, 'fraction')} chance`
  }
}

function percentileWords(d: Distribution, say: (x: number) => string): string {
  const at = quantile(d)
  return `10% below ${say(at(0.1))}, 50% below ${say(at(0.5))}, 90% below ${say(at(0.9))}`
}
