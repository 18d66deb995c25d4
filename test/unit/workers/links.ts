import type { Model } from '../../../src/engine/model.ts'
import { type Link, lossOf } from '../../../src/workers/link.ts'
import { Pool } from '../../../src/workers/pool.ts'
import { Runner } from '../../../src/workers/runner.ts'
import { Service } from '../../../src/workers/service.ts'

const methods = [
  'ready',
  'work',
  'fold',
  'keep',
  'series',
  'differenceSeries',
  'summarise',
  'ask',
  'lend',
  'replay',
] as const
type Method = (typeof methods)[number]

/** What became of the workers of a runner, which are pieces of this thread. */
export interface Watch {
  /** Workers started, and those ended. */
  started: number
  ended: number
  /** Calls by method. */
  readonly calls: Record<Method, number>
  /** Called before each call; answers `die` to have that worker stop there, without an answer. */
  before: (method: Method, call: number, worker: number) => unknown
}

/** A runner with so many workers in this thread, each call of which can be watched. */
export function watchedRunner(model: Model, size: number): { runner: Runner; watch: Watch } {
  const watch: Watch = {
    started: 0,
    ended: 0,
    calls: Object.fromEntries(methods.map((one) => [one, 0])) as Record<Method, number>,
    before: () => undefined,
  }
  return { runner: new Runner(model, new Pool(() => watchedLink(model, watch), size)), watch }
}

export function watchedLink(model: Model, watch: Watch): Link {
  const { lost, lose } = lossOf()
  const worker = watch.started++
  const remote = new Proxy(new Service(model), {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown
      if (typeof value !== 'function' || typeof name !== 'string') return value
      return async (...given: unknown[]) => {
        if (name in watch.calls) {
          const method = name as Method
          const verdict: unknown = await watch.before(method, watch.calls[method]++, worker)
          if (verdict === 'die') {
            lose('killed by the test')
            return new Promise(() => {})
          }
        }
        return value.apply(target, given) as unknown
      }
    },
  })
  let alive = true
  const end = () => {
    if (alive) watch.ended++
    alive = false
    lose('it was ended')
  }
  return { remote: remote as unknown as Link['remote'], lost, end }
}
