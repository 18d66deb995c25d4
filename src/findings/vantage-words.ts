import { assumptions, decidedWords, labelOf, vantages } from '../study/model.ts'
import { resolvedScenarios, resolvedStrategies } from '../study/edits/resolved.ts'
import type { VantageQuestion } from '../study/edits/vantage.ts'
import type { Study } from '../study/index.ts'
import { listed } from '../words/index.ts'

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

/** What seeing a study from another vantage made of it, a line each; empty where nothing else moved. */
export function vantageMoves(before: Study, after: Study): string[] {
  const [was, is] = [resolvedStrategies(before), resolvedStrategies(after)]
  const come = is.filter(({ id }) => !was.some((one) => one.id === id))
  const gone = was.filter(({ id }) => !is.some((one) => one.id === id))
  const labels = (some: readonly { readonly label: string }[]) =>
    listed(some.map(({ label }) => `“${label}”`))
  const renamed = resolvedScenarios(after).flatMap(({ id, label }) => {
    const old = resolvedScenarios(before).find((one) => one.id === id)
    return old && old.label !== label ? [`The scenario “${old.label}” reads “${label}” here.`] : []
  })
  return [
    ...(come.length > 0 ? [`Offered from here: ${labels(come)}.`] : []),
    ...(gone.length > 0 ? [`Not offered from here: ${labels(gone)}.`] : []),
    ...renamed,
  ]
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
