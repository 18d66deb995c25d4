import type { Distribution } from '../../engine/distributions/index.ts'
import { value as shown } from '../format.ts'
import { sources } from './model.ts'

/** A belief in a few words, e.g. "25% to 70%, likeliest 45%". */
export function beliefWords(d: Distribution, unit: string): string {
  switch (d.kind) {
    case 'constant':
      return shown(d.value, unit)
    case 'uniform':
      return `${shown(d.min, unit)} to ${shown(d.max, unit)}`
    case 'triangular':
    case 'pert':
      return `${shown(d.min, unit)} to ${shown(d.max, unit)}, likeliest ${shown(d.mode, unit)}`
    case 'normal':
      return `${shown(d.mean, unit)} ± ${shown(d.standardDeviation, unit)}`
    case 'lognormal':
      return `median ${shown(d.median, unit)}, spread ${d.logStandardDeviation}`
    case 'beta':
      return `mean ${shown(d.alpha / (d.alpha + d.beta), unit)}`
    case 'bernoulli':
      return `${shown(d.probability, 'fraction')} chance`
  }
}

/** The sources of a belief on one line, with their dates. */
export function sourceLine(ids: readonly string[]): string {
  return ids
    .map((id) => {
      if (id === 'judgement') return 'Judgement'
      const source = sources.find((one) => one.id === id)
      return source ? [source.publisher, source.date].filter(Boolean).join(', ') : id
    })
    .join(' · ')
}
