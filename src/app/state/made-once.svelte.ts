import { untrack } from 'svelte'
import type { AppState } from './app.svelte.ts'

/**
 * State that a screen makes when it is first shown, so that its code comes with the screen. It stays
 * as long as the page's own state does, whatever screen is in view.
 */
export function madeOnce<T>(make: (app: AppState) => T): (app: AppState) => T {
  const made = new WeakMap<AppState, { readonly state: T }>()
  return (app) => {
    const known = made.get(app)
    if (known) return known.state
    let one: { readonly state: T } | null = null
    // What a component makes goes with it; this belongs to nobody.
    $effect.root(() => {
      one = untrack(() => ({ state: make(app) }))
    })
    if (!one) throw new Error('a root effect runs at once')
    made.set(app, one)
    return (one as { readonly state: T }).state
  }
}
