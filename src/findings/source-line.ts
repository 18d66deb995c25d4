import { JUDGEMENT, sources } from '../study/model.ts'
import { commas, remarks } from '../words/index.ts'

/** The sources of a belief on one line, with their dates. */
export function sourceLine(ids: readonly string[]): string {
  return remarks(
    ids.map((id) => {
      if (id === JUDGEMENT) return 'Judgement'
      const source = sources.find((one) => one.id === id)
      return source ? commas([source.publisher, source.date]) : id
    }),
  )
}
