import { fillUniforms, streamKey } from '../streams.ts'
import type { Box } from './prim-box.ts'
import { runsByCount } from './prim-columns.ts'
import { curveTask, knownOf, type RulesTask } from './rules.ts'

/** Of each limit of a rule, the share of samples of half the trials in which that column is limited again. */
export function* stabilityOf(
  task: RulesTask,
  box: Box,
  samples: number,
): Generator<number, number[]> {
  const { good, mask } = task
  const all = Uint32Array.from(good, (_, trial) => trial).filter(
    (trial) => !mask || mask[trial] === 1,
  )
  const known = yield* silently(knownOf(task, all))
  const again = box.map(() => 0)
  const scores = new Float64Array(good.length)
  for (let sample = 0; sample < samples; sample++) {
    fillUniforms(streamKey('stability of rules', String(sample)), 0, scores)
    const rows = known.rows.filter((place) => scores[all[place]] < 0.5)
    const runs = yield* silently(runsByCount(curveTask(known, rows)), sample / samples)
    const ids =
      runs
        .slice(0, box.length)
        .at(-1)
        ?.columns.map(({ id }) => id) ?? []
    box.forEach(({ id }, at) => (again[at] += ids.includes(id) ? 1 : 0))
  }
  return again.map((many) => many / samples)
}

/** Says the same share done at every step of another. */
function* silently<T>(steps: Generator<void, T>, done = 0): Generator<number, T> {
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
    yield done
  }
}
