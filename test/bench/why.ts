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

/** One question, or all, after the first run of new workers and after the next one, of other futures. */
interface Times {
  first: number
  next: number
}

/**
 * What Why asks of a finished run of 10,000 trials, by itself and all at once, and total indices. New workers
 * have never run the code that answers; somebody at work meets the next run, and after a second of quiet
 * the first one too, since workers rehearse. The aim is for both.
 */
export async function whyRows(plan: RunPlan): Promise<Row[]> {
  const subject: Subject = {
    a: { strategy: 'deepTechnical', scenario: plan.worlds[0].id },
    b: null,
    outcome: 'npv',
    selection: ALL,
  }
  const asked = questionsOf(plan, subject)
  const [alone, together] = [asked.map(never), asked.map(never)]
  const first = asked.filter(({ isLater }) => !isLater)
  for (let run = 0; run < RUNS; run++) {
    for (const [at, one] of asked.entries()) keepLeast(alone[at], (await timesOf(plan, [one]))[0])
    const all = await timesOf(plan, first)
    for (const [at, took] of all.entries()) keepLeast(together[at], took)
  }
  const rows = asked.flatMap(({ what, isLater }, at): Row[] => {
    const of = (name: string, value: number, aim?: number): Row => {
      const row = { what: `${what}${name}`, value, unit: 'ms' }
      return aim === undefined ? row : { ...row, aim }
    }
    if (isLater) return [of('', alone[at].first), of(', next run', alone[at].next)]
    return [
      of('', alone[at].first, AT_ONCE),
      of(', next run', alone[at].next, AT_ONCE),
      of(', of all asked at once', together[at].first),
      of(', of all asked at once, next run', together[at].next),
    ]
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

function never(): Times {
  return { first: Infinity, next: Infinity }
}

function keepLeast(least: Times, { first, next }: Times): void {
  least.first = Math.min(least.first, first)
  least.next = Math.min(least.next, next)
}

/** Milliseconds from a finished run, whose answers nobody asked for yet, to each of some answers asked for at once. */
async function timesOf(plan: RunPlan, asked: readonly Named[]): Promise<Times[]> {
  const runner = createNodeRunner({ workers: 2 })
  const took: number[][] = []
  for (const seed of [plan.seed, `${plan.seed}, next`]) {
    const results = await runner.run({ ...plan, seed })
    took.push(await Promise.all(asked.map(({ ask }) => timed(() => ask(runner, results)))))
  }
  runner.dispose()
  return asked.map((_, at) => ({ first: took[0][at], next: took[1][at] }))
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
