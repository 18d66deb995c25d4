import { transfer } from 'comlink'
import { BLOCK, type RunPlan } from '../engine/plan.ts'
import type { Lent } from '../engine/sampling/lent.ts'
import { buffersOf } from './buffers.ts'
import { answerOf, type Link, WorkerLost } from './link.ts'
import type { PlanSender } from './plan-sender.ts'

/** More than this is drawn anew: a worker would not keep it. */
const MOST_BYTES = 12e6
/** Fewer columns of blocks than this are drawn sooner than they are lent. */
const FEW = 16

/** Who lends, and how a plan is told. */
export interface Lenders {
  readonly present: readonly Link[]
  readonly sender: PlanSender
}

/**
 * Has other workers lend one what it would have to draw and they have drawn: after a run each has some of
 * its blocks, and an answer needs all. Changes no number.
 *
 * @param plan with one world
 * @param ids of the assumptions that are read
 */
export async function lendTo(
  link: Link,
  plan: RunPlan,
  ids: readonly string[],
  { present, sender }: Lenders,
): Promise<void> {
  const others = present.filter((one) => one !== link)
  const isTooMuch = plan.trials * ids.length * Float64Array.BYTES_PER_ELEMENT > MOST_BYTES
  if (others.length === 0 || isTooMuch || (plan.trials / BLOCK) * ids.length < FEW) return
  const wanted = await answerOf(link, link.remote.lacking(sender.pack(link, plan), ids))
  if (wanted.ids.length * wanted.blocks.length < FEW) return
  await Promise.all(
    others.map(async (other) => {
      const lent = await lentBy(other, () => other.remote.lend(sender.pack(other, plan), wanted))
      if (!lent || lent.blocks.length === 0) return
      const sent = transfer(lent, buffersOf(lent))
      await answerOf(link, link.remote.borrow(sender.pack(link, plan), sent))
    }),
  )
}

/** Null where the lender is gone: whoever needs it next will notice. */
async function lentBy(link: Link, ask: () => Promise<Lent>): Promise<Lent | null> {
  try {
    return await answerOf(link, ask())
  } catch (error) {
    if (error instanceof WorkerLost) return null
    throw error
  }
}
