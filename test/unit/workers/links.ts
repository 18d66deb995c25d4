import { MessageChannel } from 'node:worker_threads'
import { expose, type Remote, wrap } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import type { Registry } from '../../../src/analyses/analysis.ts'
import type { Model } from '../../../src/engine/model.ts'
import { type Link, lossOf } from '../../../src/workers/link.ts'
import { Pool } from '../../../src/workers/pool.ts'
import { Runner } from '../../../src/workers/runner.ts'
import { Service } from '../../../src/workers/service.ts'

type Method = 'ready' | 'work' | 'summarise' | 'ask' | 'replay'

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
    calls: { ready: 0, work: 0, summarise: 0, ask: 0, replay: 0 },
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

/**
 * A worker in this thread behind a real port: what goes to and fro is cloned or transferred, as it
 * is between threads.
 */
export function portLink(model: Model, analyses: Registry): Link {
  const { port1, port2 } = new MessageChannel()
  expose(new Service(model, analyses), nodeEndpoint(port2))
  const end = () => port1.close()
  return { remote: wrap(nodeEndpoint(port1)) as Remote<Service>, lost: lossOf().lost, end }
}
