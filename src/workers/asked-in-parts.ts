import type { QuestionPart } from './answering.ts'
import type { AskQueue } from './ask-queue.ts'
import type { Link } from './link.ts'
import type { Pool } from './pool.ts'

/** More parts of a question than this would wait for each other. */
const MOST = 4

/** Who answers. */
export interface Answerers {
  readonly pool: Pool
  readonly queue: AskQueue
  /** Asks one of the workers. */
  readonly on: <T>(call: (link: Link) => Promise<T>) => Promise<T>
}

/**
 * Asks the parts of a question at once, of as many workers as have nothing to do, and makes one answer of
 * theirs; the whole question where one does.
 *
 * @param ask one part, and tells how much of it is done
 * @param onProgress is told of all of them
 */
export async function askedInParts(
  { pool, queue, on }: Answerers,
  { id, ...whole }: QuestionPart & { readonly id: string },
  ask: (part: QuestionPart, tell?: (done: number) => void) => Promise<unknown>,
  onProgress?: (done: number) => void,
): Promise<unknown> {
  const most = pool.alone ? 1 : Math.min(queue.idle, pool.present.length, MOST)
  const parts = most < 2 ? [whole] : await on((link) => link.remote.parts(id, whole.request, most))
  if (parts.length < 2) return ask(whole, onProgress)
  const done = parts.map(() => 0)
  const answers = await Promise.all(
    parts.map((part, at) => {
      const tell = (share: number) => {
        done[at] = share
        onProgress?.(done.reduce((sum, one) => sum + one / done.length, 0))
      }
      return ask(part, onProgress && tell)
    }),
  )
  return on((link) => link.remote.join(id, answers))
}
