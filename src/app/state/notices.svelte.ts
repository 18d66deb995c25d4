export interface Notice {
  readonly id: number
  readonly kind: 'news' | 'problem'
  readonly text: string
  /** More lines, e.g. what moved. */
  readonly lines: readonly string[]
  /** What can be done about it, with one click. */
  readonly action: NoticeAction | null
  /** Whether it is still so; it is shown only while it is. */
  readonly holds: () => boolean
}

export interface NoticeAction {
  readonly label: string
  readonly act: () => void
}

/** How long a word in passing is shown, in milliseconds. */
const PASSING = 5000

/** What the page has to say: shown until dismissed, and spoken once. */
export class Notices {
  list = $state.raw<readonly Notice[]>([])
  #next = 1

  /** What was just done, said for a moment and needing no answer. */
  passing = $state.raw<{ readonly id: number; readonly text: string } | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @returns the notice's id, to dismiss it by */
  tell(
    text: string,
    lines: readonly string[] = [],
    action: NoticeAction | null = null,
    holds = () => true,
  ): number {
    return this.#add({ id: this.#next++, kind: 'news', text, lines, action, holds })
  }

  mention(text: string): void {
    clearTimeout(this.#timer)
    this.passing = { id: this.#next++, text }
    this.#timer = setTimeout(() => (this.passing = null), PASSING)
  }

  warn(text: string, lines: readonly string[] = [], action: NoticeAction | null = null): void {
    this.#add({ id: this.#next++, kind: 'problem', text, lines, action, holds: () => true })
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id)
  }

  #add(notice: Notice): number {
    const others = this.list.filter(({ text }) => text !== notice.text)
    this.list = [...others, notice].slice(-3)
    return notice.id
  }
}
