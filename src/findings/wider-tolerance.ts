import type { Tolerance } from '../../models/observed.ts'
import { percent, plain, pointsWord } from '../words/index.ts'

/** A tolerance that is twice as wide, as far as one can be. */
export function wider({ share, amount: of }: Tolerance): Tolerance | null {
  const next = { share: Math.min(1, 2 * share), amount: Math.min(1, 2 * of) }
  return next.share > share || next.amount > of ? next : null
}

/** How near a future must be to what came: within 2 points for a share and 8% for spend. */
export function widerWords({ share, amount: of }: Tolerance): string {
  const within = plain(100 * share)
  return `within ${within} ${pointsWord(within)} for a share and ${percent(of)} for spend`
}
