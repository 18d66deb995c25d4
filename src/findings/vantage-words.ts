import { assumptions, decidedWords, labelOf, vantages } from '../study/model.ts'
import type { VantageQuestion } from '../study/edits/vantage.ts'

/** A vantage in the middle of a sentence: December 2025. */
export function vantageWords(id: string): string {
  const label = vantages.find((one) => one.id === id)?.label ?? id
  return label.replace(/:.*$/, '')
}

/** What was decided after a vantage, and the vantage that starts from it; null where nothing was. */
export function decidedSince(
  vantage: string,
): { readonly words: string; readonly look: string; readonly vantage: string } | null {
  const startOf = (id: string) => vantages.find((one) => one.id === id)?.startQuarter ?? ''
  const later = vantages.find(
    ({ id, startQuarter }) => decidedWords[id] && startQuarter > startOf(vantage),
  )
  if (!later) return null
  return {
    words: `Since then ${decidedWords[later.id]}:`,
    look: `see it from ${vantageWords(later.id)}`,
    vantage: later.id,
  }
}

/** The name and unit of a belief that is asked about. */
export function subjectOf({ assumption }: Pick<VantageQuestion, 'assumption'>) {
  const found = assumptions.find(({ id }) => id === assumption)
  return { label: labelOf(assumption), unit: found?.unit ?? '' }
}

/** How much there is to decide, in a sentence. */
export function questionsWords(questions: readonly VantageQuestion[], vantage: string): string {
  const count = countOf(questions)
  const seen = `another default seen from ${vantageWords(vantage)}`
  return count === 1
    ? `One belief you changed has ${seen}. It holds as you changed it until you say otherwise.`
    : `${count} beliefs you changed have ${seen}. They hold as you changed them until you say otherwise.`
}

/** What some questions are about: the name of a belief, or how many there are. */
export function subjectsWords(questions: readonly VantageQuestion[]): string {
  const count = countOf(questions)
  return count === 1 ? subjectOf(questions[0]).label : `${count} beliefs`
}

/** A belief asked about in two scenarios is one belief. */
function countOf(questions: readonly VantageQuestion[]): number {
  return new Set(questions.map(({ assumption }) => assumption)).size
}
