/** The screens, in the order of the menu. */
export const screens = [
  { id: 'answer', label: 'Answer' },
  { id: 'compare', label: 'Compare' },
  { id: 'beliefs', label: 'Beliefs' },
  { id: 'futures', label: 'Futures' },
  { id: 'trust', label: 'Trust' },
] as const

export type ScreenId = (typeof screens)[number]['id']

/** What screens were called in addresses that people may have kept. */
const formerly: Readonly<Record<string, ScreenId>> = { decide: 'answer' }

/** Where the page is, kept in the address: `#/beliefs/wacc` is a screen and what is open on it. */
export class Route {
  screen = $state<ScreenId>('answer')
  /** What is open on the screen; empty for nothing. */
  detail = $state('')

  constructor() {
    this.read()
  }

  /** Takes the address over; call when it changes. */
  read(): void {
    const [, screen = '', detail = ''] = location.hash.split('/')
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
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
