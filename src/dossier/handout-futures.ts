import type { Outcome } from '../engine/model.ts'
import { caseOf, worldAt } from '../engine/plan.ts'
import type { Future } from '../engine/replay.ts'
import { ALL } from '../engine/selection.ts'
import type { UsualCase } from '../engine/usual.ts'
import { quarterWords } from '../findings/draw-words.ts'
import { amount, type Cell } from '../findings/finding.ts'
import { futureStory } from '../findings/future-story.ts'
import { market } from '../study/model.ts'
import { counted, value } from '../words/index.ts'
import type { Dossier } from './dossier.ts'
import type { FuturesTold, FutureTold } from './handout-data.ts'
import { shortened } from './handout-series.ts'

/** Futures that a worker tells at a time. */
const AT_ONCE = 8
const MARKS = [
  ['10% are below', 0.1],
  ['Half are below', 0.5],
  ['90% are below', 0.9],
] as const

/**
 * Futures of the chosen strategy, from the lowest to the highest, each with its story.
 *
 * @param most how many dots stand for all futures; fewer where one stands for several
 */
export async function futuresTold(dossier: Dossier, most: number): Promise<FuturesTold> {
  const { runner, outcome, options, sight } = dossier
  const asking = options.signal ? { signal: options.signal } : {}
  const results = await dossier.results()
  const ref = dossier.ref(sight.chosen)
  const evenly = Array.from({ length: most }, (_, at) => (at + 0.5) / most)
  const quantiles = [...evenly, ...MARKS.map(([, p]) => p)]
  const request = { case: ref, outcome: outcome.id, selection: ALL, quantiles }
  const at = await runner.ask('futuresAt', results, request, asking)
  const found = new Map(at.quantiles.map((one) => [one.trial, one]))
  const told = [...found.values()].sort((a, b) => a.value - b.value || a.trial - b.trial)
  const trials = told.map(({ trial }) => trial)
  const groups = Array.from({ length: Math.ceil(trials.length / AT_ONCE) }, (_, group) =>
    trials.slice(group * AT_ONCE, (group + 1) * AT_ONCE),
  )
  const usualOf = (some: readonly number[]) =>
    runner.ask('usualDraws', results, { cases: [ref], trials: some }, asking)
  const usual = (await Promise.all(groups.map(usualOf))).flat()
  const dots: FutureTold[] = []
  for (const [place, trial] of trials.entries()) {
    options.signal?.throwIfAborted()
    dots.push(futureTold(dossier, await runner.replay(results.plan, trial), usual[place][0]))
  }
  return {
    label: outcome.label,
    measure: `${outcome.label} with ${dossier.labelOf(sight.chosen)}: ${counted(dots.length, 'future')} at even steps from the lowest to the highest of all; where many come to the same, one stands for them.`,
    unit: outcome.unit,
    dots,
    marks: MARKS.map(([label], mark) => {
      const { trial } = at.quantiles[most + mark]
      return [label, trials.indexOf(trial)] as const
    }),
  }
}

function futureTold(dossier: Dossier, future: Future, usual: UsualCase): FutureTold {
  const { plan, outcome, sight } = dossier
  const world = worldAt(plan, sight.scenario)
  const scenario = future.scenarios[world]
  const of = (id: string) => scenario.cases.find(({ strategy }) => strategy === id)
  const [chosen, rival] = [of(sight.chosen), of(sight.rival)]
  if (!chosen || !rival) throw new Error(`the future has no ${sight.chosen} or ${sight.rival}`)
  const { label, levers } = caseOf(plan, dossier.ref(sight.chosen))
  const story = futureStory({
    trial: future.trial,
    vantage: plan.vantage,
    quarters: plan.quarters,
    outcome,
    label,
    levers,
    future: scenario,
    case: chosen,
    beliefs: plan.worlds[world].distributions,
    usual,
  })
  const came = Number(chosen.outcomes[outcome.id])
  return {
    trial: future.trial,
    value: came,
    text: value(came, outcome.unit),
    title: story.title,
    why: story.why,
    draws: story.draws.map(({ words, instead }) => `${words}. ${instead}`),
    moments: story.moments.map(({ quarter, words }) => [
      quarterWords(quarter, plan.vantage),
      words,
    ]),
    table: outcomesTable(dossier, sight.chosen === sight.rival ? [chosen] : [chosen, rival]),
    lines: Object.fromEntries(
      Object.entries(chosen.series).map(([id, line]) => [id, shortened([...line])]),
    ),
  }
}

type Case = Future['scenarios'][number]['cases'][number]

function outcomesTable(dossier: Dossier, cases: readonly Case[]): FutureTold['table'] {
  return {
    columns: ['Outcome', ...cases.map(({ strategy }) => dossier.labelOf(strategy))],
    rows: market.outcomes.map((outcome): Cell[] => [
      outcome.label,
      ...cases.map(({ outcomes }) => cellOf(outcome, outcomes[outcome.id])),
    ]),
  }
}

function cellOf(outcome: Outcome, x: number | string): Cell {
  return typeof x === 'string' || outcome.kind !== 'number'
    ? String(x)
    : amount(value(x, outcome.unit), x)
}
