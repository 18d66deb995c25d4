/**
 * What was chosen in one study, and means nothing in another: scenarios and strategies added in each
 * go by the same ids.
 */
export class OfStudy<T> {
  #chosen = $state.raw<{ readonly study: string; readonly value: T } | null>(null)

  /**
   * @param initial what holds in a study where nothing was chosen
   * @param before what was chosen when the page was here last, and in which study
   */
  constructor(
    private readonly studies: { readonly id: string },
    private readonly initial: T,
    before: { readonly study: string; readonly value: T } | null = null,
  ) {
    this.#chosen = before
  }

  get value(): T {
    return this.#chosen?.study === this.studies.id ? this.#chosen.value : this.initial
  }
  set value(value: T) {
    this.#chosen = { study: this.studies.id, value }
  }
}
