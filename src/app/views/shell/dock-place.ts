import { MediaQuery } from 'svelte/reactivity'
import type { ScreenId } from '../../state/route.svelte.ts'

const low = '(min-width: 640.02px) and (max-height: 699.98px)'
const beside = new MediaQuery(`(min-width: 900.02px), ${low}`)
const roomy = new MediaQuery(`(min-width: 1200px), ${low}`)

/** Whether What if stands beside a screen; where that leaves the screen too little, it lies over it from below. */
export function standsBeside(screen: ScreenId): boolean {
  // Beliefs are two columns themselves.
  return screen === 'beliefs' ? roomy.current : beside.current
}
