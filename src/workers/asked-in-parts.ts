import type { QuestionPart } from './answering.ts'

/**
 * Asks parts of a question at once, and makes one answer of theirs.
 *
 * @param ask one part, and tells how much of it is done
 * @param onProgress is told of all of them
 */
export async function askedInParts(
  parts: readonly QuestionPart[],
  ask: (part: QuestionPart, tell?: (done: number) => void) => Promise<unknown>,
  onProgress: ((done: number) => void) | undefined,
  join: (answers: readonly unknown[]) => Promise<unknown>,
): Promise<unknown> {
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
  return join(answers)
}
