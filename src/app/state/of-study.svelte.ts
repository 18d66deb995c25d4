/**
 * What was chosen in one study, and means nothing in another: their own scenarios and strategies go
 * by the same ids.
 */
export class OfStudy<T> {
  #chosen = $state.raw<{ readonly study: string; readonly value: T } | null>(null)

  /** @param usual what holds in a study where nothing was chosen */
  constructor(
    private readonly studies: { readonly id: string },
    private readonly usual: T,
  ) {}

  get value(): T {
    return this.#chosen?.study === this.studies.id ? this.#chosen.value : this.usual
  }
  set value(value: T) {
    this.#chosen = { study: this.studies.id, value }
  }
}
