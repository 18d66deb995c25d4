import type { Remote } from 'comlink'
import type { Model } from '../engine/model.ts'
import { type Link, lossOf } from './link.ts'
import { Pool } from './pool.ts'
import { Runner } from './runner.ts'
import { Service } from './service.ts'

/** The same work in the caller's own thread: for tests, and where no worker can be had. */
export function createInlineRunner(model: Model): Runner {
  const link = (): Link => {
    const remote = new Service(model) as unknown as Remote<Service>
    return { remote, lost: lossOf().lost, end: () => {} }
  }
  return new Runner(model, new Pool(link, 1))
}
