import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { wrap } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import { market } from '../../models/index.ts'
import { type Link, lossOf } from './link.ts'
import { Pool } from './pool.ts'
import { Runner } from './runner.ts'
import type { Service } from './service.ts'

function nodeLink(script: URL, quiet: number | null): Link {
  const { lost, lose } = lossOf()
  const worker = new Worker(script, { workerData: quiet })
  worker.on('error', (error) => lose(error instanceof Error ? error.message : String(error)))
  worker.on('exit', () => lose('it ended'))
  return {
    remote: wrap<Service>(nodeEndpoint(worker)),
    lost,
    end: () => void worker.terminate(),
  }
}

/**
 * Worker threads for the command line and tests.
 *
 * @param options.workers how many; one per core if absent
 * @param options.quiet milliseconds without a call after which they rehearse; they never do without it
 * @param options.script the bundled worker, beside the bundled command unless given
 */
export function createNodeRunner(
  options: { workers?: number; script?: URL; quiet?: number } = {},
): Runner {
  const script = options.script ?? new URL('./node-worker.js', import.meta.url)
  const size = options.workers ?? Math.max(1, availableParallelism())
  return new Runner(market, new Pool(() => nodeLink(script, options.quiet ?? null), size))
}
