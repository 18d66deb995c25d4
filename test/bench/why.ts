import type { Subject } from '../../src/analyses/subject.ts'
import { type RunPlan, strategiesOf } from '../../src/engine/plan.ts'
import { ALL } from '../../src/engine/selection.ts'
import { choiceFlipsAsked } from '../../src/findings/choice-flips-asked.ts'
import {
  factorsOf,
  pointsFor,
  runsOf,
  sobolAsked,
} from '../../src/findings/drivers-by-runs-asked.ts'
import { groupsOf, informationAsked, waitingAsked } from '../../src/findings/information-asked.ts'
import { signpostsAsked } from '../../src/findings/signposts-asked.ts'
import { assumptions, market } from '../../src/study/model.ts'
import { createNodeRunner } from '../../src/workers/node-pool.ts'
import type { RunResults } from '../../src/workers/results.ts'
import type { Runner } from '../../src/workers/runner.ts'
import { type Row, timed } from './measure.ts'

/** What somebody waits for at most once a run has finished. */
const AT_ONCE = 300
/** Of several runs the one least disturbed counts. */
const RUNS = 3

interface Named {
  readonly what: string
  readonly ask: (runner: Runner, results: RunResults) => Promise<unknown>
  readonly isLater?: boolean
}

/** What Why asks of a finished run of 10,000 trials, by itself and all at once, and total indices. */
export async function whyRows(plan: RunPlan): Promise<Row[]> {
  const subject: Subject = {
    a: { strategy: 'deepTechnical', scenario: plan.worlds[0].id },
    b: null,
    outcome: 'npv',
    selection: ALL,
  }
  const asked = questionsOf(plan, subject)
  const alone = asked.map(() => Infinity)
  const together = asked.map(() => Infinity)
  const first = asked.filter(({ isLater }) => !isLater)
  for (let run = 0; run < RUNS; run++) {
    for (const [at, one] of asked.entries()) {
      const [took] = await timesOf(plan, [one])
      alone[at] = Math.min(alone[at], took)
    }
    const all = await timesOf(plan, first)
    for (const [at, took] of all.entries()) together[at] = Math.min(together[at], took)
  }
  const rows = asked.flatMap(({ what, isLater }, at): Row[] => {
    const own = { what, value: alone[at], unit: 'ms' }
    if (isLater) return [own]
    const beside = { what: `${what}, of all asked at once`, value: together[at], unit: 'ms' }
    return [{ ...own, aim: AT_ONCE }, beside]
  })
  return [...rows, ...(await indicesRows(plan, subject))]
}

/** What each section asks, in the order of the page, and what it asks when that is answered. */
function questionsOf(plan: RunPlan, subject: Subject): Named[] {
  const outcome = market.outcomes.find(({ id }) => id === subject.outcome)
  if (outcome?.kind !== 'number') throw new Error(`${subject.outcome} is not a number`)
  const choices = strategiesOf(plan).map(({ id }) => id)
  const of = { plan, subject, outcome, choices }
  const among = assumptions.filter(({ role }) => role !== 'luck').map(({ id }) => id)
  const scatter = { subject, x: null, among, marked: null, shown: 2000 }
  const good = { side: 'atLeast', at: 10 } as const
  const watched = signpostsAsked(of)
  return [
    {
      what: 'What moves it',
      ask: (runner, results) => runner.ask('tornado', results, { subject, method: 'swing' }),
    },
    {
      what: 'One belief against the outcome',
      ask: (runner, results) => runner.ask('scatter', results, scatter),
    },
    {
      what: 'What flips the choice',
      ask: async (runner, results) => {
        const request = choiceFlipsAsked(results.cases, choices, outcome)
        if (!request) throw new Error('nothing is compared')
        await runner.ask('choiceFlips', results, request)
      },
    },
    {
      what: 'What is worth knowing',
      ask: (runner, results) => runner.ask('information', results, informationAsked(of, [])),
    },
    {
      what: 'What would have to be true',
      ask: (runner, results) => runner.ask('rules', results, { subject, good }),
    },
    {
      what: 'What to watch, first look',
      ask: (runner, results) => runner.ask('signposts', results, { ...watched, first: 2560 }),
    },
    {
      what: 'What to watch, all futures',
      ask: (runner, results) => runner.ask('signposts', results, watched),
      isLater: true,
    },
    {
      what: 'Where methods disagree',
      ask: (runner, results) => runner.ask('driverDisagreements', results, { subject }),
      isLater: true,
    },
    {
      what: 'Worth of groups',
      ask: (runner, results) =>
        runner.ask('information', results, {
          ...informationAsked(of, groupsOf(plan)),
          inputs: [],
        }),
      isLater: true,
    },
    {
      what: 'Worth of waiting',
      ask: (runner, results) => runner.ask('waiting', results, waitingAsked(of)),
      isLater: true,
    },
    {
      what: 'Rules, and how well the first stands',
      ask: async (runner, results) => {
        const { rules } = await runner.ask('rules', results, { subject, good })
        const rule = rules.curve[rules.picked]
        await runner.ask('moreRules', results, { subject, good, rule })
      },
      isLater: true,
    },
  ]
}

/** Milliseconds from a finished run, whose answers nobody asked for yet, to each of some answers asked for at once. */
async function timesOf(plan: RunPlan, asked: readonly Named[]): Promise<number[]> {
  const runner = createNodeRunner({ workers: 2 })
  const results = await runner.run(plan)
  const took = await Promise.all(asked.map(({ ask }) => timed(() => ask(runner, results))))
  runner.dispose()
  return took
}

/** Total indices of the whole catalogue, as the page asks them: all workers at once. */
async function indicesRows(plan: RunPlan, subject: Subject): Promise<Row[]> {
  const factors = factorsOf(plan)
  const rows: Row[] = []
  const runner = createNodeRunner({ workers: 2 })
  const results = await runner.run(plan)
  for (const points of pointsFor(plan.trials)) {
    const asked = sobolAsked(subject, factors, points, runner.workers)
    const took = await timed(() =>
      Promise.all(asked.map((request) => runner.ask('sobolIndices', results, request))),
    )
    const runs = runsOf(factors, points, runner.workers)
    const what = `Total indices of ${factors.length} factors, ${points} points, ${runs} futures`
    rows.push({ what, value: took / 1000, unit: 's', aim: 20 })
  }
  runner.dispose()
  return rows
}
