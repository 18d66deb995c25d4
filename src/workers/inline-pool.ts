import type { Remote } from 'comlink'
import type { Registry } from '../analyses/analysis.ts'
import type { Model } from '../engine/model.ts'
import { type Link, lossOf } from './link.ts'
import { Pool } from './pool.ts'
import { Runner } from './runner.ts'
import { Service } from './service.ts'

/** Does a worker's work in the caller's own thread. */
export function inlineLink(model: Model, analyses?: Registry): Link {
  const remote = new Service(model, analyses) as unknown as Remote<Service>
  return { remote, lost: lossOf().lost, end: () => {} }
}

/** The same work in the caller's own thread, for tests. */
export function createInlineRunner(model: Model): Runner {
  return new Runner(model, new Pool(() => inlineLink(model), 1))
}
