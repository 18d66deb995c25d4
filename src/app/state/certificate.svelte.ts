import type { CertificateRow } from '../../engine/certificate/index.ts'
import type { Runner } from '../../workers/runner.ts'
import { Asked } from './asked.svelte.ts'
import { Late } from './late.svelte.ts'

// Most who open the page never ask.
const published = new Late('The published values', async () => {
  const { references } = await import('../../engine/certificate/references.ts')
  return references
})

// The runner asks for it by itself: declared, so that it is here when the server goes away.
new Late('What folds many cases', () => import('../../workers/fold-run.ts'))

/** The numerical certificate, asked for once. */
export class Certificate {
  readonly published = published
  readonly #rows = new Asked<readonly CertificateRow[]>()
  readonly #runner: Runner

  constructor(runner: Runner) {
    this.#runner = runner
  }

  get rows(): readonly CertificateRow[] {
    return this.#rows.value ?? []
  }

  get problem(): string | null {
    return this.#rows.problem
  }

  /** Starts it unless it is there or under way; after a failure it is tried again. */
  ask(): void {
    this.#rows.ask([], async (handle) => {
      const references = await published.load()
      return this.#runner.ask('certificate', null, { references }, handle)
    })
  }
}
