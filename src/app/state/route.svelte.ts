/** The screens, in the order of the menu. */
export const screens = [
  { id: 'answer', label: 'Answer' },
  { id: 'compare', label: 'Compare' },
  { id: 'why', label: 'Why' },
  { id: 'beliefs', label: 'Beliefs' },
  { id: 'futures', label: 'Futures' },
  { id: 'trust', label: 'Trust' },
] as const

export type ScreenId = (typeof screens)[number]['id']

/** What screens were called in addresses that people may have kept. */
const formerly: Readonly<Record<string, ScreenId>> = { decide: 'answer' }

/**
 * Where the page is, kept in the address: `#/beliefs/wacc` is a screen and what is open on it, and
 * `#/beliefs/wacc?future=17&of=exclusive` the same with the sheet of a future over it.
 */
export class Route {
  screen = $state<ScreenId>('answer')
  /** What is open on the screen; empty for nothing. */
  detail = $state('')
  /** What lies over the screen, as the address has it; empty for nothing. */
  over = $state('')
  /** The page that is presented, counted from 1; 0 where none is. The screen stays beneath it. */
  present = $state(0)

  constructor() {
    this.read()
  }

  /** Takes the address over; call when it changes. */
  read(): void {
    const [path, over = ''] = location.hash.split('?')
    const [, screen = '', detail = ''] = path.split('/')
    this.present = screen === 'present' ? +detail || 1 : 0
    if (this.present) return
    this.over = over
    this.screen =
      screens.find(({ id }) => id === screen)?.id ??
      (Object.hasOwn(formerly, screen) ? formerly[screen] : 'answer')
    this.detail = safeDecode(detail)
  }

  address(screen: ScreenId, detail = ''): string {
    return detail ? `#/${screen}/${encodeURIComponent(detail)}` : `#/${screen}`
  }

  /** Goes to an address, leaving the present one behind for the back button. */
  go(screen: ScreenId, detail = ''): void {
    location.hash = this.address(screen, detail)
  }

  /**
   * Opens the sheet of a future over the screen.
   *
   * @param trial counted from 0
   * @param strategy id of the one it is told of
   */
  openFuture(trial: number, strategy: string): void {
    location.hash = `${location.hash.split('?')[0]}?future=${trial}&of=${strategy}`
  }
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
