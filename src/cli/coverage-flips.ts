import { choiceFlipsOf } from '../analyses/choice-flips.ts'
import type { Coverage } from './coverage.ts'
import { ended, normals } from './coverage-draws.ts'

const TRIALS = 2000
/** Noise beside what the belief does. */
const NOISE = 3

/** Where the better of two strategies changes with a normal belief, its lead known exactly. */
export const flipMisses: readonly Coverage[] = [
  missesOf('flips-line', 'Flip of a lead that falls in a line', (x) => 1 - 2 * x, 0.5),
  missesOf('flips-bend', 'Flip of a lead that bends', (x) => 0.8 - 2 * Math.max(0, x - 0.3), 0.7),
  missesOf('flips-bow', 'Flip of a lead that is a parabola', (x) => 1.5 - x * x, Math.sqrt(1.5)),
]

function missesOf(id: string, label: string, lead: (x: number) => number, root: number): Coverage {
  return {
    id,
    label,
    misses(seed) {
      const x = normals(`${id} ${seed} belief`, TRIALS)
      const noise = normals(`${id} ${seed} noise`, TRIALS)
      const strategies = [
        { id: 'a', values: x.map((value, i) => lead(value) + NOISE * noise[i]) },
        { id: 'b', values: new Float64Array(TRIALS) },
      ]
      const steps = choiceFlipsOf({ strategies, replicate: 1, mask: null }, [{ id, values: x }])
      const found = ended(steps).flips.find(({ start }) => start !== null && start.value > 0)?.start
      return !found || found.low > root || found.high < root
    },
  }
}
