import type { VantageQuestion } from '../study/edits/vantage.ts'
import { beliefWords } from './belief-words.ts'
import { subjectOf, vantageWords } from './vantage-words.ts'

/** What there is to decide, in a sentence: what was entered, and the default there and here. */
export function questionWords(question: VantageQuestion, vantage: string): string {
  const { unit } = subjectOf(question)
  const words = (belief: VantageQuestion['mine']) => beliefWords(belief, unit)
  const { mine, before, now, from } = question
  return `Yours: ${words(mine)}. You changed it seen from ${vantageWords(from)}, where the default is ${words(before)}; seen from ${vantageWords(vantage)} it is ${words(now)}.`
}
