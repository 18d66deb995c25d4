import type { SourceId } from './sources.ts'

// Apart from the bibliography, which is read only where it is shown.

/** The source of what no measurement was found for. */
export const JUDGEMENT = 'judgement' satisfies SourceId

/** Whether an assumption rests on judgement alone. */
export function isJudgement({ sources }: { readonly sources: readonly string[] }): boolean {
  return sources.every((id) => id === JUDGEMENT)
}
