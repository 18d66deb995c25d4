export interface Notice {
  readonly id: number
  readonly kind: NoticeKind
  readonly text: string
  /** More lines, e.g. what moved. */
  readonly lines: readonly string[]
  /** What can be done about it, with one click. */
  readonly action: NoticeAction | null
  /** Whether it is still so; it is shown only while it is. */
  readonly holds: () => boolean
  /** How often the same has been said. */
  readonly times: number
}

/** Word of what was done, a thing to look at, or something that went wrong. */
export type NoticeKind = 'news' | 'problem' | 'failure'

export interface NoticeAction {
  readonly label: string
  readonly act: () => void
}

/** How long a word in passing is shown, in milliseconds. */
const PASSING = 5000
/** How many notices are kept: of more, the oldest that is no failure goes. */
const MOST = 30

/** What the page has to say: shown until dismissed, and spoken once. */
export class Notices {
  /** The newest last. */
  list = $state.raw<readonly Notice[]>([])
  /** Those that are still so: failures first, the newest of each kind before the others. */
  readonly inOrder = $derived(
    this.list
      .filter((one) => one.holds())
      .sort((a, b) => Number(isFailure(b)) - Number(isFailure(a)) || b.id - a.id),
  )
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
    return this.#add('news', text, lines, action, holds)
  }

  mention(text: string): void {
    clearTimeout(this.#timer)
    this.passing = { id: this.#next++, text }
    this.#timer = setTimeout(() => (this.passing = null), PASSING)
  }

  warn(text: string, lines: readonly string[] = [], action: NoticeAction | null = null): void {
    this.#add('problem', text, lines, action)
  }

  /**
   * Something that went wrong: it looks like it, stands before all else and is spoken at once.
   *
   * @returns the notice's id, to dismiss it by
   */
  fail(text: string, lines: readonly string[] = [], action: NoticeAction | null = null): number {
    return this.#add('failure', text, lines, action)
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id)
  }

  dismissAll(): void {
    this.list = []
  }

  #add(
    kind: NoticeKind,
    text: string,
    lines: readonly string[],
    action: NoticeAction | null,
    holds = () => true,
  ): number {
    const notice = { id: this.#next++, kind, text, lines, action, holds, times: 1 }
    const same = this.list.find((one) => isSame(one, notice))
    const others = this.list.filter((one) => one !== same)
    const all = [...others, { ...notice, times: (same?.times ?? 0) + 1 }]
    const oldest = all.length > MOST ? (all.find((one) => !isFailure(one)) ?? all[0]) : null
    this.list = all.filter((one) => one !== oldest)
    return notice.id
  }
}

function isFailure({ kind }: Notice): boolean {
  return kind === 'failure'
}

/** News that can be answered is about one thing each: two studies of one name were deleted. */
function isSame(a: Notice, b: Notice): boolean {
  const isOwn = (one: Notice) => one.kind === 'news' && one.action !== null
  return a.kind === b.kind && a.text === b.text && !isOwn(a) && !isOwn(b)
}
