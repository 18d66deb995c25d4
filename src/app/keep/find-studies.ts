import type { KeptStudy } from './database.ts'

/** In which order studies are listed. */
export type StudyOrder = 'changed' | 'name'

/**
 * The studies whose name or note has every word that is looked for, whatever its case or accents.
 *
 * @param typed words, apart by spaces; none find all
 */
export function foundStudies(
  all: readonly KeptStudy[],
  typed: string,
  order: StudyOrder,
): KeptStudy[] {
  const words = plain(typed).split(/\s+/)
  return all
    .filter((one) => {
      const text = plain(`${one.name} ${noteOf(one)}`)
      return words.every((word) => text.includes(word))
    })
    .sort((a, b) => (order === 'name' ? byName(a.name, b.name) : 0) || b.saved - a.saved)
}

function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' })
}

/** The whole note: beside the text stands its beginning alone. */
function noteOf({ note = '', text }: KeptStudy): string {
  try {
    const { notes } = JSON.parse(text) as { notes?: unknown }
    return typeof notes === 'string' ? notes : note
  } catch {
    return note
  }
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
