import type { AppState } from '../state/app.svelte.ts'
import type { ScreenId } from '../state/route.svelte.ts'

/** The menus that list actions. */
export type MenuId = 'study' | 'export' | 'strategy' | 'scenario'

/** How a menu lists an action. `on` is the id of the strategy or scenario that the menu is of. */
interface Listing {
  readonly id: MenuId
  /** What it is called there; its label where nothing is said. */
  readonly label?: string
  /** A line below it; none where it is empty. */
  readonly help?: (app: AppState, on?: string) => string
  /** Whether it makes sense there at all; otherwise it is left out. */
  readonly isListed?: (app: AppState, on?: string) => boolean
}

/** One thing that can be done: menus, single keys and the sheet of keys derive from a list of these. */
export interface Action {
  readonly id: string
  /** What it does, in words: “Duplicate the strategy”. */
  readonly label: (app: AppState) => string
  /** Other words somebody may look for it by. */
  readonly keywords: readonly string[]
  /** Its place among all, in menus and on the sheet of keys. */
  readonly order: number
  /** The single key that does it. */
  readonly key?: string
  /** The keys that do it together, as the sheet shows them; whoever listens knows them too. */
  readonly chord?: string
  /** What its keys do, where the sheet does not say it by the label. */
  readonly keyWords?: string
  /** The screen that its key belongs to; any where nothing is said. */
  readonly screen?: ScreenId
  readonly menu?: Listing
  /**
   * Whether it can be done now.
   *
   * @param on id of the strategy or scenario it is done to; if not said, the one in sight
   */
  readonly canDo: (app: AppState, on?: string) => boolean
  /** Does it; where it cannot be done, nothing happens or the reason is told. */
  readonly do: (app: AppState, on?: string) => void
}
