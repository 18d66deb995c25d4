import type { CertificateRow } from '../../engine/certificate/index.ts'
import type { Runner } from '../../workers/runner.ts'
import { wordsOf } from '../../words/error.ts'

/** The numerical certificate, asked for once. */
export class CertificateStore {
  rows = $state.raw<readonly CertificateRow[]>([])
  problem = $state<string | null>(null)

  readonly #runner: Runner
  #asked = false

  constructor(runner: Runner) {
    this.#runner = runner
  }

  /** Starts it unless it is there or under way; after a failure it is tried again. */
  async ask(): Promise<void> {
    if (this.#asked) return
    this.#asked = true
    try {
      // Loaded when first wanted: most who open the page never ask.
      const { references } = await import('../../engine/certificate/references.ts')
      this.rows = await this.#runner.ask('certificate', { references })
      this.problem = null
    } catch (error) {
      this.#asked = false
      this.problem = wordsOf(error)
    }
  }
}
