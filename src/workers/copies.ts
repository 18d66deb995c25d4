import type { CaseColumns } from '../engine/columns.ts'
import { breathe } from './breathe.ts'

/** Blocks copied before the thread gets a turn: a millisecond or two. */
const PIECE = 64

/** Columns to be given away to a worker, copied a piece at a time so that the thread does not stand still. */
export async function copied({ outcomes, ...rest }: CaseColumns): Promise<CaseColumns> {
  const copies: Float64Array[] = []
  for (const block of outcomes) {
    if (copies.length > 0 && copies.length % PIECE === 0) await breathe()
    copies.push(block.slice())
  }
  return { ...rest, outcomes: copies }
}
