/**
 * Asks one question at a time of its kind: the same is not asked twice in a row, and an answer that
 * comes after a newer one is dropped. An older answer that comes first is taken: while questions
 * follow each other faster than answers, something must be seen.
 */
export class NewestAnswer {
  #about: readonly unknown[] = []
  #asked = 0
  #answered = 0

  /**
   * @param about what the question depends on; equal entries are the same question
   * @param take gets the answer unless it is stale
   */
  async ask<T>(
    about: readonly unknown[],
    ask: () => Promise<T>,
    take: (answer: T) => void,
  ): Promise<void> {
    const same =
      about.length === this.#about.length && about.every((one, i) => Object.is(one, this.#about[i]))
    if (same) return
    this.#about = about
    const number = ++this.#asked
    try {
      const answer = await ask()
      if (number < this.#answered) return
      this.#answered = number
      take(answer)
    } catch (error) {
      if (number < this.#asked) return
      // So that the same may be asked again.
      this.#about = []
      throw error
    }
  }
}
