/** Everything that is loaded when it is first needed, by being declared. */
const declared = new Set<Late<unknown>>()

/** Whether all that is declared is being loaded, or has been. */
let isAhead = false

/** A part of Stakes that is loaded when it is first needed, once. */
export class Late<T> {
  value = $state.raw<T | null>(null)
  /** Whether it was wanted and did not come. */
  failed = $state(false)

  readonly #fetch: () => Promise<T>
  #asked: Promise<T> | null = null

  /** @param what is loaded, as it stands in a sentence: “The list of studies could not …” */
  constructor(
    readonly what: string,
    fetch: () => Promise<T>,
  ) {
    this.#fetch = fetch
    declared.add(this)
  }

  /** @throws in words, if it does not come; asked again it is tried again */
  async load(): Promise<T> {
    try {
      const value = await this.#ask()
      this.failed = false
      return value
    } catch (error) {
      this.failed = true
      throw new Error(notLoadedWords(this.what), { cause: error })
    }
  }

  /** Loads it ahead; that it does not come is said when it is wanted. */
  async ahead(): Promise<void> {
    await this.#ask().catch(() => {})
  }

  #ask(): Promise<T> {
    this.#asked ??= this.#fetch().then(
      (value) => (this.value = value),
      (error: unknown) => {
        this.#asked = null
        throw error
      },
    )
    return this.#asked
  }
}

/** A late component: what a module made of one component gives. */
export function latePart<T>(what: string, fetch: () => Promise<{ readonly default: T }>): Late<T> {
  return new Late(what, async () => (await fetch()).default)
}

/** What is said of a part that did not come. */
export function notLoadedWords(what: string): string {
  return `${what} could not be loaded: the server cannot be reached, or a newer Stakes has taken the place of this one`
}

/** Loads what is not there yet, one after the other while nothing else is to do, so that it is there when wanted. */
export async function loadAhead(): Promise<void> {
  if (isAhead) return
  isAhead = true
  // What comes may declare more.
  for (const part of declared) {
    await idle()
    await part.ahead()
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve())
    else setTimeout(resolve, 100)
  })
}
