import { sources } from '../study/model.ts'

/** The sources of a belief on one line, with their dates. */
export function sourceLine(ids: readonly string[]): string {
  return ids
    .map((id) => {
      if (id === 'judgement') return 'Judgement'
      const source = sources.find((one) => one.id === id)
      return source ? [source.publisher, source.date].filter(Boolean).join(', ') : id
    })
    .join(' · ')
}
