import { HEADLINE } from '../../models/index.ts'
import type { NumberSummary } from '../engine/statistics/index.ts'
import { sentences } from '../words/index.ts'
import { isChoice } from './status-quo.ts'
import type { CaseFile, ResultsFile } from './write.ts'

/** A case in a file, and run again. */
export interface Twice {
  readonly strategy: string
  readonly scenario: string
  readonly before: NumberSummary
  readonly now: NumberSummary
}

/** Every case of which both have the headline. */
export function twiceIn(file: ResultsFile, now: ResultsFile): Twice[] {
  return now.cases.flatMap((one): Twice[] => {
    const { strategy, scenario } = one
    const old = file.cases.find(
      (other) => other.strategy === strategy && other.scenario === scenario,
    )
    const [before, after] = [headlineOf(old), headlineOf(one)]
    return before && after ? [{ strategy, scenario, before, now: after }] : []
  })
}

/** What strategies and scenarios of a file are called. */
export function labelsOf({ study }: ResultsFile): {
  readonly strategy: (id: string) => string
  readonly scenario: (id: string) => string
} {
  return {
    strategy: (id) => study.strategies.find((one) => one.id === id)?.label ?? id,
    scenario: (id) => study.scenarios.find((one) => one.id === id)?.label ?? id,
  }
}

/**
 * Whether the strategy with the highest average is another one than in a file, in every scenario of it;
 * empty where there is nothing to choose between.
 */
export function choiceWords(file: ResultsFile, now: ResultsFile): string {
  const { strategy, scenario } = labelsOf(now)
  const choices = choicesIn(file, now)
  const others = choices.filter(({ was, is }) => was !== is)
  const isMany = choices.length > 1
  if (choices.length === 0) return ''
  if (others.length === 0) {
    return isMany
      ? 'The choice is the same in every scenario.'
      : `The choice is the same: “${strategy(choices[0].is)}” has the highest average.`
  }
  return sentences([
    'The choice is another one:',
    others
      .map(({ of, was, is }) => {
        const where = isMany ? `in ${scenario(of)}, ` : ''
        return `${where}“${strategy(was)}” has the highest average in the file, “${strategy(is)}” now`
      })
      .join('; ') + '.',
    others.length < choices.length ? 'In the other scenarios it is the same.' : '',
  ])
}

interface Choice {
  /** The scenario. */
  readonly of: string
  readonly was: string
  readonly is: string
}

/** Which strategy has the highest average, wherever there are two to choose from. */
function choicesIn(file: ResultsFile, now: ResultsFile): Choice[] {
  const { vantage, strategies } = now.study
  const open = strategies.filter((one) => isChoice(vantage, one)).map(({ id }) => id)
  const twice = twiceIn(file, now).filter(({ strategy }) => open.includes(strategy))
  return [...new Set(twice.map(({ scenario }) => scenario))].flatMap((of): Choice[] => {
    const here = twice.filter(({ scenario }) => scenario === of)
    if (here.length < 2) return []
    const best = (when: 'before' | 'now') =>
      here.reduce((a, b) => (b[when].mean > a[when].mean ? b : a))
    const is = best('now')
    // Where two are level in the file, either is its choice.
    const was = is.before.mean === best('before').before.mean ? is : best('before')
    return [{ of, was: was.strategy, is: is.strategy }]
  })
}

/** Nothing where the case or the figure is not there. */
function headlineOf(one: Partial<CaseFile> | undefined): NumberSummary | undefined {
  const found = one?.outcomes?.[HEADLINE]
  return found && typeof found['mean'] === 'number' ? (found as NumberSummary) : undefined
}
