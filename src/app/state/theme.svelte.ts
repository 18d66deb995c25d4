export type ThemeId = 'system' | 'light' | 'dark'

const KEY = 'stakes-theme'

/** Light, dark, or as the system has it; remembered where the browser allows. */
export class Theme {
  choice = $state<ThemeId>(remembered())

  constructor() {
    this.apply()
  }

  choose(choice: ThemeId): void {
    this.choice = choice
    this.apply()
    try {
      localStorage.setItem(KEY, choice)
    } catch {
      // A browser that forbids storing still shows what was chosen, until the page is left.
    }
  }

  private apply(): void {
    const { style, dataset } = document.documentElement
    style.colorScheme = this.choice === 'system' ? 'light dark' : this.choice
    dataset.theme = this.choice
  }
}

function remembered(): ThemeId {
  try {
    const choice = localStorage.getItem(KEY)
    return choice === 'light' || choice === 'dark' ? choice : 'system'
  } catch {
    return 'system'
  }
}
