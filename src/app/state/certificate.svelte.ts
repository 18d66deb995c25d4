import type { CertificateRow } from '../../engine/certificate/index.ts'
import type { Runner } from '../../workers/runner.ts'
import { Asked } from './asked.svelte.ts'

/** The numerical certificate, asked for once. */
export class Certificate {
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
      // Loaded when first wanted: most who open the page never ask.
      const { references } = await import('../../engine/certificate/references.ts')
      return this.#runner.ask('certificate', { references }, handle)
    })
  }
}
