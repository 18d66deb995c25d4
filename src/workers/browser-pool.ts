import { wrap } from 'comlink'
import { catalogue } from '../../models/index.ts'
import { whenReleased } from './life-lock.ts'
import { type Link, lossOf } from './link.ts'
import { Pool } from './pool.ts'
import { Runner } from './runner.ts'
import type { Service } from './service.ts'
import { workerName } from './worker-name.ts'

function browserLink(cores: number): Link {
  const { lost, lose } = lossOf()
  const name = workerName(cores)
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name })
  worker.addEventListener('error', (event) => {
    // A file that cannot be loaded fires an event without a message.
    lose(event.message || 'its file could not be loaded')
  })
  worker.addEventListener('messageerror', () => lose('a message could not be read'))
  const end = () => {
    worker.terminate()
    lose('it was ended')
  }
  const remote = wrap<Service>(worker)
  remote.ready().then(
    () => whenReleased(name, () => lose('the browser ended it')),
    () => {},
  )
  return { remote, lost, end }
}

/** Workers for a page: one per core, at least one and at most eight; its own thread where none can be had. */
export function createBrowserRunner(options: { workers?: number } = {}): Runner {
  const cores = Math.min(8, Math.max(1, navigator.hardwareConcurrency || 2))
  return new Runner(
    catalogue,
    new Pool(
      () => browserLink(cores),
      options.workers ?? cores,
      async () => {
        const { marketLink } = await import('./market-link.ts')
        return marketLink()
      },
    ),
  )
}
