import { type Basis, type Grade, gradeOf, gradeTitles, JUDGEMENT, sources } from '../study/model.ts'
import { commas, listed, remarks } from '../words/index.ts'

/** What a belief rests on, on one line: its sources with their dates, and how near they are to the fact. */
export function sourceLine(basis: Basis): string {
  const rest = basis.sources.filter((id) => id !== JUDGEMENT)
  if (rest.length === 0) return 'Judgement'
  const named = basis.sources.map((id) => {
    if (id === JUDGEMENT) return 'judgement'
    const source = sources.find((one) => one.id === id)
    return source ? commas([source.publisher, source.date]) : id
  })
  return remarks([...named, gradeWords(basis)])
}

/**
 * A grade for a reader who does not know the letters, e.g. “Grade A/B: primary text and press”; empty
 * where nobody has graded it.
 */
export function gradeWords(graded: Parameters<typeof gradeOf>[0]): string {
  const grade = gradeOf(graded)
  if (grade === null) return ''
  if (grade === JUDGEMENT) return 'Judgement'
  return `Grade ${grade}: ${listed(grade.split('/').map((one) => gradeTitles[one as Grade]))}`
}
