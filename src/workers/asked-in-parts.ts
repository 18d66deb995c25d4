import type { QuestionPart } from './answering.ts'
import { type Asked, drawsOf } from './asked.ts'
import type { AskQueue } from './ask-queue.ts'
import { lendTo } from './lending.ts'
import { answerOf, type Link, WorkerLost } from './link.ts'
import type { PlanSender } from './plan-sender.ts'
import type { Pool } from './pool.ts'

/** More parts of a question than this would wait for each other. */
const MOST = 4

/** Who answers. */
export interface Answerers {
  readonly pool: Pool
  readonly sender: PlanSender
  readonly queue: AskQueue
}

/** A part as it is asked. */
export interface PartAsked extends QuestionPart {
  /** Its place among the parts; 0 of a whole question. */
  readonly at?: number
  /** What is done for the worker before it is asked. */
  readonly first?: (link: Link) => Promise<void>
}

/**
 * Asks the parts of a question at once, of as many workers as have nothing to do, and makes one answer of
 * theirs; the whole question where one does. Workers lend each other what they have drawn.
 *
 * @param of the results asked about
 * @param ask one part, and tells how much of it is done
 * @param onProgress is told of all of them
 */
export async function askedInParts(
  { pool, sender, queue }: Answerers,
  of: Asked,
  { id, ...whole }: QuestionPart & { readonly id: string },
  ask: (part: PartAsked, tell?: (done: number) => void) => Promise<unknown>,
  onProgress?: (done: number) => void,
): Promise<unknown> {
  const most = pool.alone ? 1 : Math.min(queue.free.length, pool.present.length, MOST)
  const parts =
    most < 2 ? [whole] : await one(pool, (link) => link.remote.parts(id, whole.request, most))
  const lent = (part: QuestionPart): PartAsked => {
    const first = (to: Link) =>
      lendTo(to, drawsOf(of, part.needs), part.needs.inputs, { present: pool.present, sender })
    return { ...part, first }
  }
  if (!parts || parts.length < 2) return ask(lent(whole), onProgress)
  const done = parts.map(() => 0)
  const answers = await Promise.all(
    parts.map((part, at) => {
      const tell = (share: number) => {
        done[at] = share
        onProgress?.(done.reduce((sum, one) => sum + one / done.length, 0))
      }
      return ask({ ...lent(part), at }, onProgress && tell)
    }),
  )
  const joined = await one(pool, (link) => link.remote.join(id, answers))
  return joined ?? ask(lent(whole), onProgress)
}

/** Asks the first worker; null where it is gone, which whoever needs it next will notice. */
async function one<T>(pool: Pool, call: (link: Link) => Promise<T>): Promise<T | null> {
  const link = await pool.at(0)
  try {
    return await answerOf(link, call(link))
  } catch (error) {
    if (error instanceof WorkerLost) return null
    throw error
  }
}
