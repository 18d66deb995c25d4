import { type Basis, type Grade, gradeOf, gradeTitles, JUDGEMENT, sources } from '../study/model.ts'
import { commas, listed, remarks } from '../words/index.ts'

/** What a belief rests on, on one line: its sources with their dates, and how near they are to the fact. */
export function sourceLine(basis: Basis): string {
  const named = basis.sources.flatMap((id) => {
    const source = id === JUDGEMENT ? undefined : sources.find((one) => one.id === id)
    return source ? [commas([source.publisher, source.date])] : []
  })
  return remarks([...named, gradeWords(basis)])
}

/**
 * A grade for a reader who does not know the letters, e.g. “Grade A/B: primary text and press”; empty
 * where nobody has graded it.
 */
export function gradeWords(graded: Parameters<typeof gradeOf>[0]): string {
  const parts = (gradeOf(graded)?.split('/') ?? []) as Grade[]
  const letters = parts.filter((one) => one !== JUDGEMENT)
  if (letters.length === 0) return parts.length > 0 ? 'Judgement' : ''
  const titles = listed(letters.map((one) => gradeTitles[one]))
  const judged = graded.sources.includes(JUDGEMENT) || parts.length > letters.length
  return `Grade ${letters.join('/')}: ${commas([titles, judged ? 'and judgement' : ''])}`
}
