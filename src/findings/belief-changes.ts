import type { Distribution } from '../engine/distributions/index.ts'
import { assumptions, labelOf } from '../study/model.ts'
import { beliefWords } from './belief-words.ts'

/** One changed belief on a line: what it is, and what it was. */
export function changeLine(id: string, from: Distribution, to: Distribution): string {
  const unit = assumptions.find((one) => one.id === id)?.unit ?? ''
  return `${labelOf(id)}: ${beliefWords(to, unit)} (was ${beliefWords(from, unit)})`
}
