import { HEADLINE, market } from '../../models/index.ts'
import type { PointsAsk } from '../analyses/points.ts'
import { every } from '../analyses/lattice.ts'
import type { NumberOutcome } from '../engine/model.ts'
import type { RunPlan } from '../engine/plan.ts'
import { ALL, CLOSES } from '../engine/selection.ts'
import { mapFinding, type MapFacts, mapNote, mapTable } from '../findings/lever-map.ts'
import { bestPlace, kindsAmong } from '../findings/map-levels.ts'
import { limitsOf } from '../findings/limits.ts'
import { isChoice, planOf, type ResolvedStudy } from '../study/index.ts'
import {
  type AmountLever,
  axisValues,
  gridLevers,
  isOffer,
  leversAtPoint,
  offered,
  settingsPlan,
} from '../study/lever-grid.ts'
import { nearest } from '../study/names.ts'
import { commas } from '../words/index.ts'
import { heldOnFresh } from '../workers/fresh-futures.ts'
import { MAP_TRIALS, mapRun, type MapTask, pointsOf } from '../workers/map-run.ts'
import type { Runner } from '../workers/runner.ts'
import type { Extra, ExtraReport } from './extras.ts'
import { printed } from './table.ts'

/** A chance of loss above it is named. */
const LIMIT = 0.6
/** Rows and columns that are printed at most. */
const MOST_PRINTED = 11

/** The map of two levers. */
export const map: Extra = {
  option: 'map',
  takes: 'X,Y',
  usage: [
    'what two levers make of NPV, as in upfront,exclusivity: other terms',
    'are those of the first strategy that makes an offer, or, as in',
    'upfront,exclusivity@exclusive, of another one',
  ],
  prepare: (study, typed) => {
    const asked = readMap(study, typed)
    return (runner) => mapReport(runner, study, asked)
  },
}

interface MapAsked {
  readonly x: AmountLever
  readonly y: AmountLever
  readonly of: ResolvedStudy['strategies'][number]
}

function readMap(study: ResolvedStudy, typed: string): MapAsked {
  const [names, strategy, ...rest] = typed.split('@').map((one) => one.trim())
  const ids = names.split(',').map((one) => one.trim())
  const all = gridLevers(study.vantage)
  if (ids.length !== 2 || rest.length > 0 || ids[0] === ids[1]) {
    throw new Error(
      `--map takes two different levers, as in ${all[0].id},${all[1].id}, and perhaps @STRATEGY; got ${typed || 'nothing'}`,
    )
  }
  const [x, y] = ids.map((id) => leverNamed(all, id))
  return { x, y, of: offerNamed(study, strategy) }
}

function leverNamed(all: readonly AmountLever[], id: string): AmountLever {
  const known = all.find((one) => one.id === id)
  if (known) return known
  const names = all.map((one) => one.id)
  if (market.levers.some((one) => one.id === id)) {
    throw new Error(`--map takes levers that can still be set (${commas(names)}), got ${id}`)
  }
  const near = nearest(id, names)
  const hint = near === undefined ? '' : `; ${near} is`
  throw new Error(`--map takes levers (${commas(names)}); no lever is called ${id}${hint}`)
}

/** The strategy whose other terms hold on a map, and that a search is held against. */
export function offerNamed(
  { strategies, vantage }: ResolvedStudy,
  id: string | undefined,
  option = '--map',
): ResolvedStudy['strategies'][number] {
  const offers = strategies.filter((one) => isOffer(one.levers) && isChoice(vantage, one))
  if (offers.length === 0) {
    throw new Error(`${option} takes the terms of a strategy, and none of this run makes an offer`)
  }
  if (id === undefined) return offers[0]
  const found = offers.find((one) => one.id === id)
  if (found) return found
  const names = offers.map((one) => one.id)
  const near = nearest(id, names)
  throw new Error(
    `${option} takes strategies that make an offer (${commas(names)}), got ${id || 'nothing'}${near === undefined ? '' : `; ${near} is`}`,
  )
}

/** What the command line asks of points: of the headline, if the deal closes or of all futures. */
export function askOf(counted: 'all' | 'closed'): PointsAsk {
  return {
    outcome: HEADLINE,
    means: ALL,
    counted: counted === 'all' ? ALL : CLOSES,
    target: 0,
    side: 'atLeast',
  }
}

/** The plan of the study's first scenario, on no more futures than a map has. */
export function firstScenarioPlan(study: ResolvedStudy): RunPlan {
  const plan = planOf(study)
  return { ...plan, worlds: plan.worlds.slice(0, 1), trials: Math.min(plan.trials, MAP_TRIALS) }
}

async function mapReport(
  runner: Runner,
  study: ResolvedStudy,
  { x, y, of }: MapAsked,
): Promise<ExtraReport> {
  const outcome: NumberOutcome | undefined = market.outcomes.find(
    (one): one is typeof one & NumberOutcome => one.id === HEADLINE && one.kind === 'number',
  )
  if (!outcome) throw new Error('the model has no headline')
  const ask = askOf('closed')
  const base = offered(study.vantage, of.levers)
  const task: MapTask = {
    plan: firstScenarioPlan(study),
    base,
    x: { id: x.id, values: axisValues(x) },
    y: { id: y.id, values: axisValues(y) },
    ask,
    kindsOf: kindsAmong(LIMIT),
  }
  const points = await mapRun(runner, task)
  const best = bestPlace(points, outcome.better)
  const found = leversAtPoint(task, best)
  const fresh = await heldOnFresh(runner, task.plan, [found], base, ask)
  const facts: MapFacts = {
    asked: { outcome, where: 'condition', means: 'all', target: 0, side: 'atLeast' },
    x,
    y,
    xs: task.x.values,
    ys: task.y.values,
    points,
    of: { id: of.id, label: of.label, levers: base },
    base,
    strategies: [],
    measure: 'mean',
    limit: LIMIT,
    held: {
      mean: fresh.figures[0].mean,
      lead: fresh.leads[0],
      trials: fresh.trials,
      limits: limitsOf(
        { trials: fresh.trials, sampling: task.plan.sampling },
        outcome,
        study.negligible,
      ),
    },
  }
  return {
    text: textOf(facts, study.scenarios[0].label),
    json: { map: await jsonOf(runner, task, facts) },
  }
}

function textOf(facts: MapFacts, scenario: string): string {
  const thin = thinned(facts)
  const { title } = mapFinding(facts)
  const losses = mapTable({ ...thin, measure: 'misses' })
  const lines = [
    `${scenario}: ${title}`,
    '',
    'NPV on average, ± one standard error (USD bn)',
    ...printed(mapTable(thin)),
    '',
    'Chance of loss if the deal closes',
    ...printed(losses),
    '',
    mapNote(facts),
  ]
  return `${lines.join('\n')}\n`
}

/** Every second row and column where there are too many to print. */
function thinned(facts: MapFacts): MapFacts {
  const { xs, ys, points } = facts
  const [columns, rows] = [xs, ys].map(({ length }) =>
    every(length, Math.ceil(length / MOST_PRINTED)),
  )
  return {
    ...facts,
    xs: columns.map((i) => xs[i]),
    ys: rows.map((j) => ys[j]),
    points: rows.flatMap((j) => columns.map((i) => points[j * xs.length + i])),
  }
}

/** `mean[j][i]` is that of `ys[j]` and `xs[i]`; what ends in `IfClosed` counts futures in which the deal closes. */
async function jsonOf(runner: Runner, task: MapTask, { points, of, base }: MapFacts) {
  const { plan, x, y } = task
  const settings = points.map((_, at) => ({ name: String(at), levers: leversAtPoint(task, at) }))
  const all = await pointsOf(runner, settingsPlan(plan, settings), askOf('all'))
  const rows = <T>(read: (at: number) => T) =>
    y.values.map((_, j) => x.values.map((_, i) => read(j * x.values.length + i)))
  return {
    x: x.id,
    y: y.id,
    xs: x.values,
    ys: y.values,
    strategy: of?.id,
    levers: base,
    trials: plan.trials,
    mean: rows((at) => all[at].mean?.value ?? null),
    standardError: rows((at) => all[at].mean?.error ?? null),
    below0: rows((at) => all[at].misses?.value ?? null),
    worstTenth: rows((at) => all[at].worstTenth?.value ?? null),
    below0IfClosed: rows((at) => points[at]?.misses?.value ?? null),
    worstTenthIfClosed: rows((at) => points[at]?.worstTenth?.value ?? null),
    closes: rows((at) => all[at].closes.value),
  }
}
