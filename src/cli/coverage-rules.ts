import { type Rule, rulesOf, type Share } from '../engine/sensitivity/rules.ts'
import type { Coverage } from './coverage.ts'
import { ended, isMissed, uniforms } from './coverage-draws.ts'

const TRIALS = 3000
const COLUMNS = ['a', 'b', 'c', 'd', 'e']
/** Good by these chances within a box planted in the first two columns, and elsewhere. */
const [WITHIN, ELSEWHERE] = [0.9, 0.1]
const PLANTED: Readonly<Record<string, readonly [number, number]>> = { a: [0.4, 1], b: [0, 0.5] }
const SIZE = 0.6 * 0.5
const GOOD = WITHIN * SIZE + ELSEWHERE * (1 - SIZE)

/** What a found rule is worth, known exactly from its limits: it is found in other futures than it is measured in. */
export const ruleMisses: readonly Coverage[] = [
  missesOf(
    'support',
    'Share of futures in which a found rule holds',
    ({ support }) => support,
    ({ size }) => size,
  ),
  missesOf(
    'density',
    'Share of good futures where a found rule holds',
    ({ density }) => density,
    ({ size, good }) => good / size,
  ),
  missesOf(
    'coverage',
    'Share of good futures that a found rule covers',
    ({ coverage }) => coverage,
    ({ good }) => good / GOOD,
  ),
]

interface Exact {
  /** Chance to be within the rule, and to be within it and good. */
  readonly size: number
  readonly good: number
}

function missesOf(
  id: string,
  label: string,
  figure: (rule: Rule) => Share,
  truth: (exact: Exact) => number,
): Coverage {
  return {
    id: `rules-${id}`,
    label,
    misses(seed) {
      const columns = COLUMNS.map((name) => ({
        id: name,
        kind: 'number' as const,
        values: uniforms(`${id} ${seed} ${name}`, TRIALS),
      }))
      const luck = uniforms(`${id} ${seed} luck`, TRIALS)
      const good = Uint8Array.from(luck, (one, trial) => {
        const isWithin = columns.every(({ id: name, values }) => {
          const [low, high] = PLANTED[name] ?? [0, 1]
          return values[trial] >= low && values[trial] <= high
        })
        return one < (isWithin ? WITHIN : ELSEWHERE) ? 1 : 0
      })
      const { curve, picked } = ended(rulesOf({ columns, good, replicate: 1 }))
      const rule = curve.at(picked)
      return !rule || isMissed(figure(rule), truth(exactOf(rule)))
    },
  }
}

function exactOf({ box }: Rule): Exact {
  let [size, inside] = [1, 1]
  for (const name of COLUMNS) {
    const { low, high } = box.find(({ id }) => id === name) ?? { low: null, high: null }
    const [from, to] = [Math.max(0, low ?? 0), Math.min(1, high ?? 1)]
    const [least, most] = PLANTED[name] ?? [0, 1]
    size *= to - from
    inside *= Math.max(0, Math.min(to, most) - Math.max(from, least))
  }
  return { size, good: WITHIN * inside + ELSEWHERE * (size - inside) }
}
