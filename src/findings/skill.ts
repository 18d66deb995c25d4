import type { Score } from '../../models/scores.ts'
import { market, type Scored } from '../study/model.ts'
import { fixed, fixedPercent, percent, quarterNumber, unitText } from '../words/index.ts'
import { amount, type Amount, type Finding } from './finding.ts'
import { vantageWords } from './vantage-words.ts'

/** How a forecast did over some figures: its score and that of a naive one, and what is saved on that. */
interface Skill {
  readonly model: number
  readonly naive: number
  /** 1 for a forecast that knew, 0 for one no better than the naive one, below 0 for a worse one. */
  readonly skill: number
}

/** The mean of a score over figures of one series, beside a naive forecast's. */
export function skillOf(rows: readonly Scored[], score: keyof Score): Skill {
  const mean = (who: 'model' | 'naive') =>
    rows.reduce((sum, row) => sum + row[who][score], 0) / rows.length
  const [model, naive] = [mean('model'), mean('naive')]
  return { model, naive, skill: 1 - model / naive }
}

const columns = ['Pinball', 'naive', 'Interval', 'naive'] as const

const scores = ['pinball', 'interval'] as const

/** What naive means here. */
const NAIVE =
  'Naive: the last share kept, the last year’s growth kept, and the errors that this made in history.'

/**
 * Pinball loss and interval score of every quarter, beside a naive forecast.
 *
 * @param vantage from which it was foreseen
 */
export function skillByQuarter(vantage: string, scored: readonly Scored[]): Finding {
  return {
    id: 'hindcast-skill-by-quarter',
    title: `How far the forecast of ${vantageWords(vantage)} was from what came`,
    measure:
      'Pinball loss (mean of five quantiles) and interval score (P5 to P95): shares in points, amounts in their unit. 0 is best.',
    caption: NAIVE,
    table: () => ({
      columns: ['Quarter', 'Figure', 'Observed', ...columns],
      rows: scored
        .toSorted((a, b) => quarterNumber(a.quarter) - quarterNumber(b.quarter))
        .map(({ quarter, series, observed, model, naive }) => [
          quarter,
          figureName(series),
          amount(printedOf(observed, series), observed),
          ...[model.pinball, naive.pinball, model.interval, naive.interval].map((one) =>
            scoreCell(one, series),
          ),
        ]),
    }),
    marks: null,
  }
}

/** The same by series, with what the model saves on the naive forecast. */
export function skillBySeries(vantage: string, scored: readonly Scored[]): Finding {
  const series = [...new Set(scored.map((one) => one.series))]
  const better = series.filter((id) => {
    const rows = scored.filter((one) => one.series === id)
    return scores.every((score) => skillOf(rows, score).skill > 0)
  })
  const won = `${better.length} of ${series.length} figures`
  return {
    id: 'hindcast-skill',
    title: `Skill against a naive forecast from ${vantageWords(vantage)}: better by both scores on ${won}`,
    measure: 'Means over quarters. Skill: 100% knew, 0% no better than naive, below 0 worse.',
    caption: NAIVE,
    table: () => ({
      columns: ['Figure', 'Quarters', 'Pinball', 'naive', 'skill', 'Interval', 'naive', 'skill'],
      rows: series.map((id) => {
        const rows = scored.filter((one) => one.series === id)
        return [
          figureName(id),
          amount(String(rows.length), rows.length),
          ...scores.flatMap((score) => {
            const { model, naive, skill } = skillOf(rows, score)
            return [
              scoreCell(model, id),
              scoreCell(naive, id),
              amount(fixedPercent(skill, 0), skill),
            ]
          }),
        ]
      }),
    }),
    marks: null,
  }
}

function scoreCell(score: number, series: string): Amount {
  return amount(fixed(unitOf(series) === 'fraction' ? 100 * score : score, 2), score)
}

/** What was observed as it is printed: shares to whole points. */
function printedOf(observed: number, series: string): string {
  return unitOf(series) === 'fraction' ? percent(observed) : fixed(observed, 1)
}

function figureName(series: string): string {
  const found = market.series.find(({ id }) => id === series)
  if (!found) return series
  return unitOf(series) === 'fraction'
    ? `${found.label}, points`
    : `${found.label}, ${unitText(found.unit)}`
}

function unitOf(series: string): string {
  return market.series.find(({ id }) => id === series)?.unit ?? ''
}
