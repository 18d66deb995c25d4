import type { NumberOutcome } from '../../engine/model.ts'
import { quantileOf } from '../../engine/statistics/quantile.ts'
import type { Shape } from '../../engine/statistics/shape.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Where } from '../../workers/runner.ts'
import { counted, difference, percent, points, value, valueWithError } from '../../words/numbers.ts'
import { figureErrors } from './figure-errors.ts'
import type { Line } from '../../findings/strategy-rows.ts'
import { vantages } from '../../study/model.ts'
import type { Look } from './view.svelte.ts'
import type { Picture } from './pictures.ts'
import { chanceOf, type Side } from '../../findings/target.ts'

/** The finding of the rows: how far apart the strategies lie, against how far one of them reaches. */
export function titleOf({ results, outcome, shapes }: Picture, ranking: readonly Line[]): string {
  const best = ranking.find(({ isReference }) => !isReference)
  const worst = ranking[ranking.length - 1]
  const index = results.cases.findIndex(({ strategy }) => strategy === best?.id)
  const shape = shapes[index]
  if (!best || !worst || !shape || shape.count === 0) return outcome.label
  const [first] = ranking
  const apart = Math.abs(first.mean.value - worst.mean.value)
  const error = Math.max(first.mean.error ?? 0, worst.mean.error ?? 0)
  const reach = shape.p98 - shape.p2
  const text = (x: number, by: number | null) => difference(x, outcome.unit, by).replace(/^\+/, '')
  return `Means lie ${text(apart, error)} apart; the futures of “${best.label}” alone span ${text(reach, null)}`
}

export function subtitleOf({ label, description, unit }: NumberOutcome): string {
  const words = unit === 'fraction' ? 'percent' : unit
  return `${label}: ${description.replace(/\.$/, '')} (${words}).`
}

const lookWords: Readonly<Record<Look, string>> = {
  dots: 'A dot is one in fifty of them, filled where it reaches the target.',
  density:
    'Areas are equal but for stems, values that many futures hold; dark where they reach the target.',
  cumulative: 'A curve is the chance to reach each value, from 100% down to 0%.',
}

/** Which futures are shown, said of dots and of means. */
export function captionOf({ where, results }: Picture, means: Where, look: Look): string {
  const shapes = where === 'all' ? 'all futures' : 'futures in which the deal closes'
  const average = means === 'all' ? 'all futures' : 'futures in which the deal closes'
  const years = results.plan.quarters / 4
  return `Shapes and chances: ${shapes}. Means: ${average}. ${lookWords[look]} ▲ is the middle one. Horizon: ${years} years.`
}

/** What a screenshot must say to be checked. */
export function noteOf({ plan, trials }: RunResults): string {
  const vantage = vantages.find(({ id }) => id === plan.vantage)?.label ?? plan.vantage
  const scenario = plan.scenarios.map(({ label }) => label).join(', ')
  return `${counted(trials, 'future')} · seed ${plan.seed} · seen from ${vantage} · ${scenario}`
}

/** The rows in figures, each with its error; ± is one standard error. */
export function tableOf(picture: Picture, lines: readonly Line[], target: number, side: Side) {
  const { outcome, shapes } = picture
  const { unit } = outcome
  const parts = lines[0]?.parts.length === 2 ? lines[0].parts.map(({ label }) => label) : []
  const verb = side === 'atLeast' ? 'at least' : 'at most'
  return {
    columns: [
      'Strategy',
      'Closes',
      'Mean',
      ...parts,
      'Peak cash at risk',
      'AWS share gained',
      `Chance of ${verb} ${value(target, unit)}`,
      '10% of futures are below',
      '50% are below',
      '90% are below',
      'Talks',
    ],
    rows: lines.map((line, index) => {
      const shape = shapes[index]
      const errors = figureErrors(picture, index)
      const at = (p: number) => quantileWords(shape, p, unit, errors.quantile(p))
      const chance = chanceOf(shape.sorted, target, side)
      return [
        line.label,
        line.isReference ? '–' : percent(line.closes),
        line.meanText,
        ...(parts.length > 0 ? line.parts.map(({ text }) => text) : []),
        valueWithError(line.cash.value, line.cash.error, 'USD bn'),
        points(line.share.value, line.share.error),
        shape.count > 0 ? valueWithError(chance, errors.chance(target, side), 'fraction') : '–',
        at(0.1),
        at(0.5),
        at(0.9),
        talksWords(line),
      ]
    }),
  }
}

/** A quantile in words; at 0 where nothing happens most often, that is said instead. */
export function quantileWords(
  { sorted, atoms }: Shape,
  p: number,
  unit: string,
  error: number | null = null,
): string {
  if (sorted.length === 0) return '–'
  const at = quantileOf(sorted, p)
  const atom = atoms.find((one) => one.value === at)
  if (p === 0.5 && atom && at === 0 && atom.share < 1) return 'most often nothing happens'
  return valueWithError(at, error, unit)
}

function talksWords({ talks }: Line): string {
  return talks.map(({ label, share }) => `${label} ${percent(share)}`).join(', ')
}
