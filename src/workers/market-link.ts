import { market } from '../../models/index.ts'
import { inlineLink } from './inline-pool.ts'
import type { Link } from './link.ts'

/** The spare: the market computed on the page's own thread, loaded where no worker can be had. */
export function marketLink(): Link {
  return inlineLink(market)
}
