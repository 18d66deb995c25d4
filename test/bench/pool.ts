import type { RunPlan } from '../../src/engine/plan.ts'
import type { Runner } from '../../src/workers/runner.ts'
import { type Row, timed } from './measure.ts'

type MakeRunner = (workers: number) => Runner

/** Another seed each time, so that nothing is known from before. */
function fresh(plan: RunPlan, seed: number): RunPlan {
  return { ...plan, seed: `bench ${seed}` }
}

/** Waiting times with one and two workers, cold (workers not started) and warm. */
export async function poolRows(plan: RunPlan, make: MakeRunner): Promise<Row[]> {
  const rows: Row[] = []
  const warm: number[] = []
  for (const workers of [1, 2]) {
    const runner = make(workers)
    const label = workers === 1 ? 'one worker' : 'two workers'
    const first = { ...plan, trials: 256, cases: plan.cases.slice(2, 3) }
    let seed = 0
    rows.push({
      what: `256 trials of one strategy, ${label}, cold`,
      value: await timed(() => runner.run(fresh(first, seed++))),
      unit: 'ms',
    })
    rows.push({
      what: `10,000 trials of five, ${label}, first run`,
      value: await timed(() => runner.run(fresh(plan, seed++))),
      unit: 'ms',
    })
    const runs: number[] = []
    for (let i = 0; i < 4; i++) runs.push(await timed(() => runner.run(fresh(plan, seed++))))
    warm.push(Math.min(...runs))
    rows.push({
      what: `10,000 trials of five, ${label}, warm`,
      value: Math.min(...runs),
      unit: 'ms',
      ...(workers === 2 ? { aim: 800 } : {}),
    })
    const changes: number[] = []
    for (let i = 0; i < 8; i++) {
      changes.push(await timed(() => runner.run(edited(fresh(first, 100), i))))
    }
    rows.push({
      what: `256 trials of one strategy after a changed belief, ${label}`,
      value: changes.sort((a, b) => a - b)[changes.length >> 1],
      unit: 'ms',
      aim: 50,
    })
    runner.dispose()
  }
  rows.push({
    what: 'one worker over two, warm',
    value: warm[0] / warm[1],
    unit: '×',
    aim: 1.7,
    atLeast: true,
  })
  return rows
}

/** The plan with one belief changed a little, as while a slider is dragged. */
function edited(plan: RunPlan, step: number): RunPlan {
  const [scenario] = plan.worlds
  const distributions = {
    ...scenario.distributions,
    trainingAdvantage: { kind: 'pert', min: 0, mode: 0.2 + step / 100, max: 0.5 } as const,
  }
  return { ...plan, worlds: [{ ...scenario, distributions }] }
}
