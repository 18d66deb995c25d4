import type { AppState } from '../../state/app.svelte.ts'
import { Play } from '../../state/play.svelte.ts'
import type { Present } from '../../state/present.svelte.ts'
import { seriesOfOutcome } from '../../../study/model.ts'

/** Single futures over the fan of a page, one after another. */
export class PlayOnPage {
  readonly #play: Play
  readonly #query = matchMedia('(prefers-reduced-motion: reduce)')
  /** Whether this device asks for less motion: then each is shown by hand. */
  still = $state(this.#query.matches)
  /** Values that the axis holds, so that it stands still. */
  reach = $state.raw<readonly number[]>([])

  constructor(
    private readonly app: AppState,
    private readonly present: Present,
  ) {
    const results = () => present.whatIf.results ?? app.run.results
    this.#play = new Play(app.runner, {
      get results() {
        return results()
      },
      isPart: false,
      singleTrials: [],
    })
    this.#query.addEventListener('change', this.#change)
  }

  /** Whether the page in sight has a fan. */
  get isThere(): boolean {
    return this.present.slide?.chart?.kind === 'fan'
  }
  get playing(): boolean {
    return this.#play.playing
  }
  get trial(): number | null {
    return this.#play.trial
  }
  get count(): number {
    return this.#play.count
  }
  get problem(): string | null {
    return this.#play.problem
  }
  /** The line of the future shown; none where none is. */
  get lines(): readonly (readonly number[])[] {
    const { outcome, chosen } = this.app.view
    const line = this.#play.line(seriesOfOutcome(outcome.id), chosen)
    return line ? [line] : []
  }

  toggle(): void {
    if (!this.isThere) return
    void this.#reach()
    if (this.still) this.#play.step(1)
    else if (this.#play.playing) this.#play.pause()
    else this.#play.play()
  }

  step(by: 1 | -1): void {
    void this.#reach()
    this.#play.step(by)
  }

  stop(): void {
    this.#play.stop()
  }

  end(): void {
    this.#play.stop()
    this.#query.removeEventListener('change', this.#change)
  }

  async #reach(): Promise<void> {
    const { dossier } = this.present
    if (!dossier) return
    const { singles } = await dossier.series(dossier.sight.chosen)
    this.reach = (singles[seriesOfOutcome(dossier.sight.outcome)] ?? []).flat()
  }

  readonly #change = () => {
    this.still = this.#query.matches
    if (this.still) this.#play.pause()
  }
}
