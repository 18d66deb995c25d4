/** A browser that lets a page have the Escape key while it fills the screen. */
interface LocksKeys {
  readonly keyboard?: {
    lock?: (keys: readonly string[]) => Promise<void>
    unlock?: () => void
  }
}

/** The whole screen, where the browser gives it; a talk goes on without. */
export class FullScreen {
  isOn = $state(false)
  /** Whether the last change was asked for here, not by the browser’s own key. */
  #ours = false

  /** @param onescape called where the browser’s own key ended it */
  constructor(private readonly onescape: () => void) {
    document.addEventListener('fullscreenchange', this.#change)
  }

  async enter(): Promise<void> {
    // Without a key or a click before it the browser refuses, and warns.
    if (!document.fullscreenEnabled || !navigator.userActivation?.isActive) return
    try {
      this.#ours = true
      await document.documentElement.requestFullscreen({ navigationUI: 'hide' })
      await (navigator as LocksKeys).keyboard?.lock?.(['Escape'])
    } catch {
      // It fills the window then.
    } finally {
      this.#ours = false
    }
  }

  async toggle(): Promise<void> {
    if (document.fullscreenElement) await this.#exit()
    else await this.enter()
  }

  /** Something else is about to end it, as another window does: nobody pressed a key. */
  expectEnd(): void {
    this.#ours = document.fullscreenElement !== null
  }

  end(): void {
    document.removeEventListener('fullscreenchange', this.#change)
    void this.#exit()
  }

  async #exit(): Promise<void> {
    this.#ours = true
    ;(navigator as LocksKeys).keyboard?.unlock?.()
    if (document.fullscreenElement) await document.exitFullscreen().catch(() => {})
    this.#ours = false
  }

  readonly #change = () => {
    this.isOn = document.fullscreenElement !== null
    if (this.isOn) return
    if (!this.#ours) this.onescape()
    this.#ours = false
  }
}
