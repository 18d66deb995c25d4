import type { Study } from '../../study/index.ts'
import type { RunResults } from '../../workers/results.ts'
import type { Picture } from './pictures.ts'
import type { StudyState } from './study.svelte.ts'
import type { View } from './view.svelte.ts'

/**
 * A control that is dragged. From its first move until it is let go all its changes are one step,
 * strategies and axes in sight stay where they are, and it is known what was in sight before.
 */
export class Hand {
  /** Whether a control is held. */
  holding = $state(false)
  #before = $state.raw<{ readonly results: RunResults; readonly study: string } | null>(null)
  /** The study's version after the last change of this drag. */
  #version: number | null = null

  /** What was in sight when a control was taken hold of last, of the study in view. */
  readonly before = $derived.by(() =>
    this.#before?.study === this.studies.id ? this.#before.results : null,
  )

  /** @param picture what is drawn now */
  constructor(
    private readonly studies: StudyState,
    private readonly view: View,
    private readonly picture: () => Picture | null,
  ) {}

  /**
   * Takes hold, if nothing is held yet, and changes the study.
   *
   * @returns what is wrong with the new study, in a sentence; null if it was taken
   */
  during(name: string, edit: (study: Study) => Study): string | null {
    this.begin()
    return this.change(name, edit)
  }

  begin(): void {
    this.view.keepStrategies()
    if (this.holding) return
    const picture = this.picture()
    const results = picture?.base ?? picture?.results
    this.#before = results ? { results, study: this.studies.id } : null
    this.#version = null
    this.holding = true
  }

  /** As the study's own `change`; one step with those before it while a control is held. */
  change(name: string, edit: (study: Study) => Study): string | null {
    if (!this.holding) return this.studies.change(name, edit)
    // What was undone meanwhile is not gone on with.
    const goesOn = this.studies.version === this.#version
    const problem = goesOn
      ? this.studies.changeFurther(name, edit)
      : this.studies.change(name, edit)
    if (problem === null) this.#version = this.studies.version
    return problem
  }

  /** Lets go. */
  end(): void {
    this.holding = false
  }

  /** What was in sight before is of another strategy, and no longer compared with. */
  forget(): void {
    this.#before = null
  }
}
