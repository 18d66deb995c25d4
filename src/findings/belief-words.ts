import { type Distribution, quantile } from '../engine/distributions/index.ts'
import { alternatives, commas, remarks, unitText, value as shown } from '../words/index.ts'
import { sources } from '../study/model.ts'

/** A belief in a few words, e.g. "25% to 70%, likeliest 45%" or "2 to 5, likeliest 3 (years)". */
export function beliefWords(d: Distribution, unit: string): string {
  if (d.kind === 'constant') return shown(d.value, unit)
  const [each, once] = splitUnit(unit)
  const words = wordsOf(d, each)
  return once === '' || d.kind === 'mixture' || d.kind === 'bernoulli'
    ? words
    : `${words} (${once})`
}

/** What is said with every number, and what once. */
function splitUnit(unit: string): [each: string, once: string] {
  if (unit.startsWith('USD bn')) return ['USD bn', unit.slice('USD bn'.length).trim()]
  const words = unitText(unit)
  return words === '' ? [unit, ''] : ['dimensionless', words]
}

function wordsOf(d: Exclude<Distribution, { kind: 'constant' }>, unit: string): string {
  switch (d.kind) {
    case 'uniform':
      return `${shown(d.min, unit)} to ${shown(d.max, unit)}`
    case 'triangular':
    case 'pert':
      return `${shown(d.min, unit)} to ${shown(d.max, unit)}, likeliest ${shown(d.mode, unit)}`
    case 'normal':
      return `${shown(d.mean, unit)} ± ${shown(d.standardDeviation, unit)}`
    case 'truncatedNormal':
      return `${shown(d.mean, unit)} ± ${shown(d.standardDeviation, unit)}, between ${shown(d.min, unit)} and ${shown(d.max, unit)}`
    case 'discrete':
      return alternatives(
        d.values.map(
          (value, i) => `${shown(value, unit)} (${shown(d.probabilities[i], 'fraction')})`,
        ),
      )
    case 'empirical':
      return `${d.values.length} observed values from ${shown(Math.min(...d.values), unit)} to ${shown(Math.max(...d.values), unit)}`
    case 'metalog':
      return percentileWords(d, unit)
    case 'mixture': {
      const total = d.branches.reduce((sum, { weight }) => sum + weight, 0)
      return alternatives(
        d.branches.map(
          ({ label, weight }) => `${label || 'one way'} ${shown(weight / total, 'fraction')}`,
        ),
      )
    }
    case 'lognormal':
      return `median ${shown(d.median, unit)}, spread ${d.logStandardDeviation}`
    case 'beta':
      return `mean ${shown(d.alpha / (d.alpha + d.beta), unit)}`
    case 'bernoulli':
      return `${shown(d.probability, 'fraction')} chance`
  }
}

function percentileWords(d: Distribution, unit: string): string {
  const at = quantile(d)
  return `10% below ${shown(at(0.1), unit)}, 50% below ${shown(at(0.5), unit)}, 90% below ${shown(at(0.9), unit)}`
}

/** The sources of a belief on one line, with their dates. */
export function sourceLine(ids: readonly string[]): string {
  return remarks(
    ids.map((id) => {
      if (id === 'judgement') return 'Judgement'
      const source = sources.find((one) => one.id === id)
      return source ? commas([source.publisher, source.date]) : id
    }),
  )
}
