import { mount, unmount } from 'svelte'
import type { Present } from '../../state/present.svelte.ts'
import { talkKeyOf, type TalkKey } from './keys.ts'
import Notes from './Notes.svelte'

/**
 * A second window with the speaker’s notes. It is drawn by this page: it needs no network, and follows
 * at once.
 */
export class NotesWindow {
  isOpen = $state(false)
  /** Why it is not there, in a sentence; null where it is, or was not asked for. */
  problem = $state<string | null>(null)
  #window: Window | null = null
  #drawn: ReturnType<typeof mount> | null = null

  /** @param onkey does what a key asks for, pressed in that window */
  constructor(
    private readonly present: Present,
    private readonly onkey: (key: TalkKey) => void,
  ) {
    addEventListener('pagehide', this.#leave)
  }

  open(): void {
    if (this.#window && !this.#window.closed) {
      this.#window.focus()
      return
    }
    this.problem = null
    const found = window.open('', '_blank', 'popup,width=880,height=720')
    if (!found) {
      this.problem =
        'The browser blocked the window for notes: allow pop-ups for this page, and press N again.'
      return
    }
    this.#window = found
    this.isOpen = true
    dress(found.document)
    this.#drawn = mount(Notes, {
      target: found.document.body,
      props: { present: this.present, onkey: this.onkey },
    })
    found.addEventListener('keydown', this.#press)
    found.addEventListener('pagehide', this.#gone)
  }

  close(): void {
    removeEventListener('pagehide', this.#leave)
    this.#leave()
  }

  readonly #leave = () => {
    const open = this.#window
    this.#gone()
    open?.close()
  }

  readonly #gone = () => {
    const drawn = this.#drawn
    this.#drawn = null
    this.#window = null
    this.isOpen = false
    if (drawn) void unmount(drawn)
  }

  readonly #press = (event: KeyboardEvent) => {
    const key = talkKeyOf(event, true)
    // What is done in the other window alone is not done from here.
    if (!key || ['leave', 'edit', 'notes', 'fullScreen', 'whatIf', 'table'].includes(key)) return
    event.preventDefault()
    this.onkey(key)
  }
}

/** Gives a new document the look of this page, but for its font, which would have to be fetched. */
function dress(there: Document): void {
  const { lang, style, dataset } = document.documentElement
  there.documentElement.lang = lang
  there.documentElement.style.colorScheme = style.colorScheme
  there.documentElement.dataset['theme'] = dataset['theme'] ?? 'system'
  there.title = 'Notes · Stakes'
  const look = there.createElement('style')
  look.textContent = [...document.styleSheets].map(rulesOf).join('\n')
  there.head.append(look)
}

function rulesOf(sheet: CSSStyleSheet): string {
  try {
    return [...sheet.cssRules]
      .filter((rule) => !(rule instanceof CSSFontFaceRule || rule instanceof CSSImportRule))
      .map((rule) => rule.cssText)
      .join('\n')
  } catch {
    // A sheet of somebody else’s may not be read.
    return ''
  }
}
