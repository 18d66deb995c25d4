export interface Notice {
  readonly id: number
  readonly kind: 'news' | 'problem'
  readonly text: string
  /** More lines, e.g. what moved. */
  readonly lines: readonly string[]
}

/** What the page has to say: shown until dismissed, and spoken once. */
export class Notices {
  list = $state.raw<readonly Notice[]>([])
  #next = 1

  tell(text: string, lines: readonly string[] = []): void {
    this.#add({ id: this.#next++, kind: 'news', text, lines })
  }

  warn(text: string, lines: readonly string[] = []): void {
    this.#add({ id: this.#next++, kind: 'problem', text, lines })
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id)
  }

  #add(notice: Notice): void {
    const others = this.list.filter(({ text }) => text !== notice.text)
    this.list = [...others, notice].slice(-3)
  }
}

/** An error's words, ready for a sentence of its own. */
export function wordsOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.charAt(0).toUpperCase() + text.slice(1)
}
